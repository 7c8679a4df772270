import type { visibility as english } from '../../later/visibility.ts';
import type { Translated } from '../../message.ts';

/** The messages about who sees sources, evidence, contacts and threads, in German. */
export const visibility: Translated<typeof english> = {
  'visibility.public': 'Alle',
  'visibility.desk': 'Die Redaktion',
  'visibility.named': 'Einzelne Personen',
  'visibility.who': 'Wer es sieht',
  'visibility.whom': 'Wer es außerdem sieht',
  'visibility.change': 'Ändern, wer es sieht',
  'visibility.hint.public': 'Auch in dem, was veröffentlicht wird.',
  'visibility.hint.desk': 'Alle, die hier an Artikeln arbeiten. Keine Lesenden, und nichts davon wird veröffentlicht.',
  'visibility.hint.named':
    'Niemand außer diesen Personen, der Person, die es eingebracht hat, und Ihnen: gleich, welche Rolle andere haben.',
  'visibility.sign.public': 'Alle sehen es',
  'visibility.sign.desk': 'Nur die Redaktion',
  'visibility.sign.named': 'Nur {names}',
  'visibility.sign.many': { one: 'Nur {count} Person', other: 'Nur {count} Personen' },
  'export.audience.public': 'Nur, was öffentlich ist',
  'export.audience.desk': 'Was Sie sehen',
};
