import type { Catalogue } from './message.ts';

/** The messages of coverage and of suggestions. */
export const coverage = {
  'coverage.none': 'No claims yet',
  'coverage.byYou': { one: 'of {count} claim judged by you', other: 'of {count} claims judged by you' },
  'coverage.of': { one: 'of {count} claim checked', other: 'of {count} claims checked' },
  'coverage.lookedAt': 'Words looked at',
  'coverage.percent': '{percent} %',
  'coverage.words': 'of the words looked at',
  'coverage.claim': 'In a claim',
  'coverage.aside': 'Nothing to check',
  'coverage.open': 'Not looked at',
  'coverage.next': 'Next not looked at',

  'map.title': 'Paragraphs',
  'map.paragraph': {
    one: 'Paragraph {number}, {count} claim, {percent} % looked at',
    other: 'Paragraph {number}, {count} claims, {percent} % looked at',
  },

  'hints.unread': 'next not looked at',
  'hints.aside': 'nothing to check',

  'suggest.shown': 'Suggestions',
  'suggest.next': 'Next suggestion',
} as const satisfies Catalogue;
