import type { Catalogue } from './message.ts';

/** The messages of what is said about an article, and of corrections suggested for it. */
export const discussion = {
  'side.discussion': 'Discussion',

  'thread.reply': 'Reply',
  'thread.resolve': 'Resolve',
  'thread.reopen': 'Reopen',
  'thread.withdraw': 'Withdraw',

  'correction.suggest': 'Suggest',
  'correction.accept': 'Accept',
  'correction.decline': 'Decline',
  'correction.reinstate': 'Let it wait again',
  'correction.corrected': 'Corrected, accepted by {name}, {time}',

  'done.thread.open': 'Comment sent',
  'done.thread.reply': 'Reply sent',
  'done.thread.revise': 'Message changed',
  'done.thread.resolve': 'Thread resolved',
  'done.thread.reopen': 'Thread reopened',
  'done.thread.show': 'Others see the thread now',
  'done.thread.withdraw': 'Message withdrawn',
  'done.thread.reinstate': 'Message brought back',
  'done.correction.suggest': 'Correction suggested',
  'done.correction.decline': 'Correction declined',
  'done.correction.withdraw': 'Correction withdrawn',
  'done.correction.reinstate': 'Correction waits again',
} as const satisfies Catalogue;
