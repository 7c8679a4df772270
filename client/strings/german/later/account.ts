import type { account as english } from '../../later/account.ts';
import type { Translated } from '../../message.ts';

/** The messages of one's own account, in German. */
export const account: Translated<typeof english> = {
  'account.noEmail': 'keine E-Mail',
  'account.tokensWords': 'Programme kommen mit Zugangsschlüsseln herein.',
  'account.tokensOpen': 'Zugangsschlüssel zeigen',

  'sessions.title': 'Wo Sie angemeldet sind',
  'sessions.words':
    'Jeder Browser, in dem Sie sich angemeldet haben, bis er eine Woche lang ruht, längstens 30 Tage. Beenden Sie eine Sitzung, die nicht Ihre ist: Was darin offen ist, endet sofort.',
  'sessions.this': 'dieser Browser',
  'sessions.unknown': 'Ein anderes Programm',
  'sessions.since': 'seit {time}',
  'sessions.used': 'zuletzt gesehen {time}',
  'sessions.usedAt': 'zuletzt gesehen {time} unter {address}',
  'sessions.end': 'Beenden',
  'sessions.endSure': 'Jetzt beenden',
  'sessions.keep': 'Behalten',
  'sessions.ended': 'Dieser Browser ist abgemeldet.',
  'sessions.endOthers': 'Alle anderen beenden',
  'sessions.endOthersSure': 'Alle anderen jetzt beenden',
  'sessions.endedOthers': {
    one: '{count} anderer Browser ist abgemeldet.',
    other: '{count} andere Browser sind abgemeldet.',
  },
};
