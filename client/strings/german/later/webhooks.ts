import type { webhooks as english } from '../../later/webhooks.ts';
import type { Translated } from '../../message.ts';

/** The messages about the addresses outside that are told what people are told, in German. */
export const webhooks: Translated<typeof english> = {
  'webhooks.title': 'Webhooks',
  'webhooks.words':
    'Adressen außerhalb, etwa ein Kanal Ihres Chats, die erfahren, was die Leute hier unter der Glocke finden.',
  'webhooks.url': 'Adresse',
  'webhooks.missing': 'Welche Adresse soll es erfahren?',
  'webhooks.add': 'Hinzufügen',
  'webhooks.secret': 'Geheimnis von {url}',
  'webhooks.secretMeans':
    'Damit ist jede Nachricht signiert. Es wird nur jetzt gezeigt: Bewahren Sie es dort auf, wo die Nachrichten ankommen.',
  'webhooks.copied': 'Das Geheimnis ist kopiert.',
  'webhooks.copyByHand':
    'Dieser Browser lässt Seiten nicht kopieren. Das Geheimnis ist ausgewählt: Kopieren Sie es von Hand.',
  'webhooks.done': 'Fertig',
  'webhooks.since': 'Hinzugefügt {time}',
  'webhooks.test': 'Probe senden',
  'webhooks.remove': 'Entfernen',
  'webhooks.removeSure': 'Mit allem entfernen, was noch nicht gesendet ist',
  'webhooks.keep': 'Behalten',
  'webhooks.log': 'Was gesendet wurde',
  'webhooks.sendAgain': 'Noch einmal senden',
  'webhooks.older': 'Ältere Nachrichten zeigen',
  'webhooks.none': 'Noch wurde nichts gesendet.',
  'webhooks.aTest': 'Probe',
  'webhooks.waits': 'wartet auf den Versand',
  'webhooks.taken': 'angenommen ({outcome})',
  'webhooks.again': {
    one: 'nicht angenommen ({outcome}), neuer Versuch {time}',
    other: 'in {count} Versuchen nicht angenommen ({outcome}), neuer Versuch {time}',
  },
  'webhooks.givenUp': 'aufgegeben ({outcome})',
};
