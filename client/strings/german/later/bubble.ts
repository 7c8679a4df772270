import type { bubble as english } from '../../later/bubble.ts';
import type { Translated } from '../../message.ts';

/** The messages of what can be done with the selected words, in German. */
export const bubble: Translated<typeof english> = {
  'bubble.label': 'Ausgewählte Wörter',
  'bubble.mark': 'Behauptung markieren',
  'bubble.adjust': 'Enden der Behauptung hierher setzen',
  'bubble.comment': 'Kommentieren',
  'bubble.correct': 'Korrektur vorschlagen',
  'bubble.aside': 'Nichts zu prüfen',
  'bubble.asideBack': 'Doch wieder prüfen',
};
