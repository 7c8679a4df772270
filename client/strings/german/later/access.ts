import type { access as english } from '../../later/access.ts';
import type { Translated } from '../../message.ts';

/** The messages about access tokens, in German. */
export const access: Translated<typeof english> = {
  'tokens.words':
    'Mit einem Zugangsschlüssel arbeitet ein Programm in Ihrem Namen, mit Ihren Rechten oder weniger. Das kann jeder, der ihn hat: Widerrufen Sie einen, der in falsche Hände kam.',
  'tokens.none': 'Sie haben keine Zugangsschlüssel.',
  'tokens.label': 'Wofür er ist',
  'tokens.hint': 'etwa: nächtlicher Export',
  'tokens.missing': 'Sagen Sie in wenigen Worten, wofür er ist.',
  'tokens.opens': 'Was er öffnet',
  'tokens.all': 'Alles, was Sie dürfen',
  'tokens.some': 'Nur dies',
  'tokens.noScope': 'Wählen Sie mindestens eines, was er öffnet.',
  'tokens.until': 'Wie lange',
  'tokens.days': { one: '{count} Tag', other: '{count} Tage' },
  'tokens.ever': 'Bis er widerrufen wird',
  'tokens.make': 'Schlüssel ausstellen',
  'tokens.made': 'Schlüssel „{label}“',
  'tokens.onlyNow': 'Er wird nur jetzt gezeigt: Bewahren Sie ihn dort auf, wo das Programm läuft.',
  'tokens.copied': 'Der Schlüssel ist kopiert.',
  'tokens.copyByHand':
    'Dieser Browser lässt Seiten nicht kopieren. Der Schlüssel ist ausgewählt: Kopieren Sie ihn von Hand.',
  'tokens.done': 'Fertig',
  'tokens.since': 'Ausgestellt {time}',
  'tokens.used': 'zuletzt benutzt {time}',
  'tokens.unused': 'nie benutzt',
  'tokens.expires': 'gültig bis {time}',
  'tokens.expired': 'abgelaufen {time}',
  'tokens.revoke': 'Widerrufen',
  'tokens.revokeSure': 'Jetzt widerrufen',
  'tokens.keep': 'Behalten',
  'tokens.revoked': 'Der Schlüssel öffnet nichts mehr.',
  'scope.read': 'Artikel, Quellen und Neues lesen',
  'scope.annotate': 'An Artikeln arbeiten: Behauptungen, Urteile, Belege, Text',
  'scope.import': 'Artikel und Anmerkungen hereinbringen',
  'scope.export': 'Artikel exportieren',
  'scope.desk': 'Die Redaktion verwalten: Einstellungen, Leute, Einladungen, Webhooks',
  'scope.account': 'Zugangsschlüssel ausstellen und widerrufen',
};
