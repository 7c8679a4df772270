import type { invite as english } from '../../later/invite.ts';
import type { Translated } from '../../message.ts';

/** The messages of the dialog that makes an invitation, in German. */
export const invite: Translated<typeof english> = {
  'guests.title': 'Gäste',
  'guests.words':
    'Ein Gast sieht diesen Artikel und sonst nichts von der Redaktion, auch nicht, was nur die Redaktion sieht. Der Name, den er angibt, steht bei seiner Arbeit.',
  'guests.make': 'Link für Gäste ausstellen',
  'guests.made': 'Link für Gäste',
  'guests.onlyNow':
    'Er wird nur jetzt gezeigt. Wer ihn hat, kommt damit bis {time} herein, oder bis Sie ihn widerrufen.',
  'guests.until': 'gültig bis {time}',
  'guests.noLabel': 'Ohne Namen',
  'guests.nobody': 'Noch ist niemand hereingekommen.',
  'guests.revoked': 'Der Link ist widerrufen; wer damit hereinkam, ist draußen.',
  'invite.title': 'Jemanden einladen',
  'invite.role': 'Rolle',
  'invite.name': 'Für wen (kann entfallen)',
  'invite.do': 'Link erzeugen',
  'invite.link': 'Einladungslink',
  'invite.good': 'Schicken Sie ihn einer einzigen Person: Er gilt einmal, bis {time}.',
  'invite.email': 'E-Mail (kann entfallen: dann bekommen Sie einen Link)',
  'invite.send': 'Einladung schicken',
  'invite.mailed': 'Die Nachricht ist unterwegs. Ihr Link gilt einmal, bis {time}, und niemand sonst sieht ihn.',
  'invite.copy': 'Kopieren',
  'invite.copied': 'Der Link ist kopiert.',
  'invite.copyByHand':
    'Dieser Browser lässt Seiten nicht kopieren. Der Link ist ausgewählt: Kopieren Sie ihn von Hand.',
  'invite.another': 'Noch einen erzeugen',

  'role.viewer': 'Lesen',
  'role.annotator': 'Prüfen',
  'role.editor': 'Redigieren',
  'role.lead': 'Leitung',
  'role.admin': 'Verwaltung',
  'role.viewer.may': 'Liest mit',
  'role.annotator.may': 'Liest mit, markiert Behauptungen, fügt Quellen hinzu, fällt Urteile',
  'role.editor.may': 'All das, ändert dazu Texte und legt Artikel an',
  'role.lead.may': 'All das, sperrt dazu Texte, zieht Arbeit anderer zurück und lädt ein',
  'role.admin.may': 'Alles',
};
