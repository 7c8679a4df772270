/** Why the server does not take what was sent; each with the sentence that a person reads. */
export const FAULTS = {
  'sign-in': 'You are not signed in, or no longer.',
  'old-client': 'This page is older or newer than the server. Reload it.',
  scope: 'This access token was not made for this.',
  'no-article': 'There is no such article.',
  gone: 'This article was deleted by an admin of the desk.',
  'not-joined': 'The article has not been joined.',
  invalid: 'The message is not what the protocol says.',
  'too-large': 'The operation is too large.',
  'too-fast': 'Too many operations at once. They are sent again more slowly.',
  'cut-off': 'This connection was ended: it went on sending what is not taken.',
  'future-base': 'The operation was made in a version that does not exist yet.',
  'op-id-taken': 'Another operation was sent with this id.',
  storage: 'The server cannot store anything now. Nothing is lost: what you do waits here.',
  closing: 'The server is being restarted.',
} as const;

/** A key of `FAULTS`. */
export type FaultReason = keyof typeof FAULTS;
