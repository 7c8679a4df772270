import type { coverage as english } from '../coverage.ts';
import type { Translated } from '../message.ts';

/** The messages of coverage and of suggestions, in German. */
export const coverage: Translated<typeof english> = {
  'coverage.none': 'Noch keine Behauptungen',
  'coverage.byYou': {
    one: 'von {count} Behauptung von Ihnen beurteilt',
    other: 'von {count} Behauptungen von Ihnen beurteilt',
  },
  'coverage.of': { one: 'von {count} Behauptung geprüft', other: 'von {count} Behauptungen geprüft' },
  'coverage.lookedAt': 'Gesichtete Wörter',
  'coverage.percent': '{percent} %',
  'coverage.words': 'der Wörter gesichtet',
  'coverage.claim': 'In einer Behauptung',
  'coverage.aside': 'Nichts zu prüfen',
  'coverage.open': 'Nicht gesichtet',
  'coverage.next': 'Weiter sichten',

  'map.title': 'Absätze',
  'map.paragraph': {
    one: 'Absatz {number}, {count} Behauptung, {percent} % gesichtet',
    other: 'Absatz {number}, {count} Behauptungen, {percent} % gesichtet',
  },

  'hints.unread': 'weiter sichten',
  'hints.aside': 'nichts zu prüfen',

  'suggest.shown': 'Vorschläge',
  'suggest.next': 'Nächster Vorschlag',
};
