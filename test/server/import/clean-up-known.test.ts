import assert from 'node:assert/strict';
import { lineOf } from '../../../server/import/clean-up/line.ts';
import { patternOf } from '../../../server/import/clean-up/patterns.ts';
import { phraseOf } from '../../../server/import/clean-up/phrases.ts';

const reasonOf = (text: string): string | undefined => {
  const line = lineOf(text, true);
  return (phraseOf(line) ?? patternOf(line))?.reason;
};

const KNOWN = {
  navigation: ['Skip to content', 'ZUM INHALT SPRINGEN', 'Карта сайта', 'Tags: bridges, rivers'],
  sharing: ['Share on Facebook', 'Поделиться', 'Share this story: Old bridge to close', '@riverpost'],
  advertisement: ['Advertisement', 'Anzeige', 'La suite après cette publicité', '[広告]', 'Advertisement 2'],
  notice: ['Privacy policy', 'Mentions légales', '© 2024 The River Post', 'The River Post. All rights reserved.'],
  cookie: [
    'Cookie settings',
    'We use cookies to improve your experience of this site.',
    'Wir nutzen Cookies auf dieser Seite.',
  ],
  subscription: [
    'Subscribe now',
    'Jetzt abonnieren',
    'Sign up for our weekly newsletter',
    'Create an account to continue.',
  ],
  related: [
    'Read more »',
    'Lesen Sie auch',
    'Читайте также: Семь мостов',
    'More from the river',
    'READ MORE: Seven bridges',
  ],
  comments: ['Leave a reply', '12 comments', '3 thoughts on “Old bridge to close”', 'Комментарии'],
  byline: [
    'By Ann Lee',
    'Von Ann Lee',
    'Published 3 May 2024',
    '3 hours ago',
    '4 min read',
    '12 марта 2024',
    '2024-05-03 10:20',
  ],
  widget: ['XS', '1,204', '12 shares', '04:42'],
} as const;

const UNKNOWN = [
  'Old bridge to close',
  'He said that he would share this with nobody.',
  'By the time the builders came, the river had risen twice.',
  'Von der Brücke blieb nichts als ein Pfeiler.',
  'We use cookies at home to bribe the dog.',
  'In May the council voted to close it.',
  'The bakery sells cookies.',
];

describe('a line is known by its words', () => {
  for (const [reason, lines] of Object.entries(KNOWN)) {
    it(`as ${reason}`, () => assert.deepEqual(lines.map(reasonOf), Array(lines.length).fill(reason)));
  }
  it('and not when an author may have written it', () =>
    assert.deepEqual(UNKNOWN.map(reasonOf), Array(UNKNOWN.length).fill(undefined)));
});
