import type { Catalogue } from '../message.ts';

/** The messages of the dialog that makes an invitation. */
export const invite = {
  'invite.title': 'Invite a colleague',
  'invite.role': 'Role',
  'invite.name': 'For whom (may be left out)',
  'invite.do': 'Make a link',
  'invite.link': 'Invitation link',
  'invite.good': 'Send it to one person: it is good once, until {time}.',
  'invite.goodOnce': 'Send it to one person: it is good once.',
  'invite.copy': 'Copy',
  'invite.copied': 'The link is copied.',
  'invite.copyByHand': 'This browser does not let pages copy. The link is selected: copy it by hand.',
  'invite.another': 'Make another',
} as const satisfies Catalogue;
