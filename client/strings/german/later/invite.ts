import type { invite as english } from '../../later/invite.ts';
import type { Translated } from '../../message.ts';

/** The messages of the dialog that makes an invitation, in German. */
export const invite: Translated<typeof english> = {
  'invite.title': 'Jemanden einladen',
  'invite.role': 'Rolle',
  'invite.name': 'Für wen (kann entfallen)',
  'invite.do': 'Link erzeugen',
  'invite.link': 'Einladungslink',
  'invite.good': 'Schicken Sie ihn einer einzigen Person: Er gilt einmal, bis {time}.',
  'invite.goodOnce': 'Schicken Sie ihn einer einzigen Person: Er gilt einmal.',
  'invite.copy': 'Kopieren',
  'invite.copied': 'Der Link ist kopiert.',
  'invite.copyByHand':
    'Dieser Browser lässt Seiten nicht kopieren. Der Link ist ausgewählt: Kopieren Sie ihn von Hand.',
  'invite.another': 'Noch einen erzeugen',
};
