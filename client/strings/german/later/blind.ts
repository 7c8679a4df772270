import type { blind as english } from '../../later/blind.ts';
import type { Translated } from '../../message.ts';

/** The messages of blind work, and of how far reviewers agree, in German. */
export const blind: Translated<typeof english> = {
  'blind.label': 'Verdecktes Arbeiten',
  'blind.sees.verdicts':
    'Hier wird verdeckt gearbeitet: Sie sehen keine Urteile außer Ihren eigenen, bis die Leitung sie aufdeckt.',
  'blind.sees.all':
    'Hier wird verdeckt gearbeitet: Sie sehen den Text und Ihre eigene Arbeit, bis die Leitung das Übrige aufdeckt.',
  'blind.lead.verdicts': 'Hier wird verdeckt gearbeitet: Niemand sieht die Urteile der anderen. Sie sehen alle.',
  'blind.lead.all': 'Hier wird verdeckt gearbeitet: Niemand sieht die Arbeit der anderen. Sie sehen alles.',
  'blind.reveal': 'Aufdecken',
  'blind.sure': 'Alle werden alles sehen. Es lässt sich wieder verdecken, aber nicht ungesehen machen.',
  'blind.revealNow': 'Jetzt aufdecken',
  'blind.keep': 'Verdeckt lassen',
  'blind.yours': 'Solange verdeckt gearbeitet wird, sehen Sie hier nur Ihres.',
  'blind.waits': 'Die Arbeit daran geht weiter, sobald aufgedeckt ist.',
  'blind.board': 'Solange verdeckt gearbeitet wird, ist nicht zu sehen, wie weit andere sind.',
  'blind.no.means': 'Nichts ist verdeckt.',
  'blind.verdicts.means': 'Urteile sehen nur, wer sie gefällt hat, und die Leitung, bis sie sie aufdeckt.',
  'blind.all.means':
    'Behauptungen, Belege und Urteile sehen nur, von wem sie sind, und die Leitung, bis sie sie aufdeckt.',

  'agreement.none': 'Noch keine Behauptung ist von zwei Personen beurteilt.',
  'agreement.all': {
    one: 'Übereinstimmung bei {count} Behauptung: {percent} der Urteilspaare',
    other: 'Übereinstimmung bei {count} Behauptungen: {percent} der Urteilspaare',
  },
  'agreement.nominal': 'Krippendorffs α {alpha}',
  'agreement.ordinal': 'nach der Ordnung der Skala α {alpha}',
  'agreement.claim': {
    one: '{same} von {count} Paar stimmt überein',
    other: '{same} von {count} Paaren stimmen überein',
  },
};
