import { CAPTURE_PROBLEMS, UNREAD } from '../../../shared/capture.ts';
import type { Catalogue } from '../message.ts';
import { under } from '../tables.ts';

/** The messages about frozen copies of sources, and about the passages that are pinned in them. */
export const captures = {
  ...under('capture.problem', CAPTURE_PROBLEMS),
  ...under('capture.unread', UNREAD),
  'capture.none': 'No frozen copy.',
  'capture.fetching': 'Copying the page, {size} kB so far',
  'capture.kept': 'Frozen copy of {time}',
  'capture.make': 'Make a copy',
  'capture.retry': 'Try again',
  'capture.again': 'Copy anew',
  'capture.cancel': 'Call off',
  'capture.upload': 'Upload a file',
  'capture.paste': 'Paste its words',
  'capture.pasted': 'The words of the source',
  'capture.keep': 'Keep these words',
  'capture.show': 'Show the passage',
  'capture.find': 'Pin the passage',

  'passage.title': 'The claim and its passage',
  'passage.claim': 'Claim',
  'passage.evidence': 'Evidence',
  'passage.copy': 'Frozen copy of the source',
  'passage.nothing': 'None of the sources of this claim has a frozen copy yet.',
  'passage.loading': 'Fetching the copy',
  'passage.noWords': 'The words of this copy cannot be shown here.',
  'passage.save': 'Save the copy',
  'passage.open': 'Open the page at the passage',
  'passage.find': 'Find words in the copy',
  'passage.pin': 'Pin these words',
  'passage.how': 'Select the words that show it, or find them above.',
  'passage.notFound': 'These words are not in the copy, or more than once.',
  'passage.lost': 'The pinned words are not in this copy.',
  'passage.sealed': 'Its SHA-256: {hash}',
} as const satisfies Catalogue;
