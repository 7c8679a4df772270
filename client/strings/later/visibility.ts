import { VISIBILITIES } from '../../../shared/visibility.ts';
import type { Catalogue } from '../message.ts';
import { under } from '../tables.ts';

/** The messages about who sees sources, evidence, contacts and threads. */
export const visibility = {
  ...under('visibility', VISIBILITIES),
  'visibility.who': 'Who sees it',
  'visibility.whom': 'Who else sees it',
  'visibility.change': 'Change who sees it',
  'visibility.hint.public': 'Also in what is published.',
  'visibility.hint.desk': 'All who work on articles here. No viewers, and nothing of it is published.',
  'visibility.hint.named': 'Nobody but these people, whoever brought it, and you: whatever the role of others.',
  'visibility.sign.public': 'Everyone sees this',
  'visibility.sign.desk': 'Only the desk',
  'visibility.sign.named': 'Only {names}',
  'visibility.sign.many': { one: 'Only {count} person', other: 'Only {count} people' },
  'export.audience.public': 'Only what is public',
  'export.audience.desk': 'What you see',
} as const satisfies Catalogue;
