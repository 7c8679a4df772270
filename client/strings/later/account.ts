import type { Catalogue } from '../message.ts';

/** The messages of one's own account. */
export const account = {
  'account.noEmail': 'no email',
  'account.tokensWords': 'Programs come in by access tokens.',
  'account.tokensOpen': 'Show access tokens',

  'sessions.title': 'Where you are signed in',
  'sessions.words':
    'Each browser that you signed in with, until it is left alone for a week, or for 30 days. End one that is not yours: what it has open ends at once.',
  'sessions.this': 'this browser',
  'sessions.unknown': 'Another program',
  'sessions.since': 'since {time}',
  'sessions.used': 'last seen {time}',
  'sessions.usedAt': 'last seen {time} at {address}',
  'sessions.end': 'End',
  'sessions.endSure': 'End it now',
  'sessions.keep': 'Keep it',
  'sessions.ended': 'That browser is signed out.',
  'sessions.endOthers': 'End all others',
  'sessions.endOthersSure': 'End all others now',
  'sessions.endedOthers': {
    one: '{count} other browser is signed out.',
    other: '{count} other browsers are signed out.',
  },
} as const satisfies Catalogue;
