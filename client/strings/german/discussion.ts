import type { discussion as english } from '../discussion.ts';
import type { Translated } from '../message.ts';

/** The messages of what is said about an article, and of corrections suggested for it, in German. */
export const discussion: Translated<typeof english> = {
  'side.discussion': 'Diskussion',

  'thread.reply': 'Antworten',
  'thread.resolve': 'Erledigen',
  'thread.reopen': 'Wieder öffnen',
  'thread.withdraw': 'Zurückziehen',

  'correction.suggest': 'Vorschlagen',
  'correction.accept': 'Annehmen',
  'correction.decline': 'Ablehnen',
  'correction.reinstate': 'Wieder zur Wahl stellen',
  'correction.corrected': 'Korrigiert, angenommen von {name}, {time}',

  'done.thread.open': 'Kommentar gesendet',
  'done.thread.reply': 'Antwort gesendet',
  'done.thread.revise': 'Nachricht geändert',
  'done.thread.resolve': 'Gespräch erledigt',
  'done.thread.reopen': 'Gespräch wieder geöffnet',
  'done.thread.show': 'Andere sehen das Gespräch jetzt',
  'done.thread.withdraw': 'Nachricht zurückgezogen',
  'done.thread.reinstate': 'Nachricht zurückgeholt',
  'done.correction.suggest': 'Korrektur vorgeschlagen',
  'done.correction.decline': 'Korrektur abgelehnt',
  'done.correction.withdraw': 'Korrektur zurückgezogen',
  'done.correction.reinstate': 'Korrektur steht wieder zur Wahl',
};
