import assert from 'node:assert/strict';
import { problemOf } from '../../client/api.ts';
import { LANGUAGES, languageFor } from '../../client/language.ts';
import { ratingWords } from '../../client/scale-words.ts';
import { english } from '../../client/strings/english.ts';
import { german } from '../../client/strings/german/index.ts';
import { language, numberInWords, speak, t } from '../../client/strings/index.ts';
import { worded } from '../../client/strings/worded.ts';
import { dateInWords } from '../../client/times.ts';
import { wrongWords } from '../../client/wrong-words.ts';
import { claimFieldsOf } from '../../shared/claim-types.ts';
import { Invalid } from '../../shared/parsing.ts';

const begins = (wanted: readonly string[], expected: keyof typeof LANGUAGES): void => {
  it(`begins as ${LANGUAGES[expected]} for ${wanted.join(', ') || 'a browser that says nothing'}`, () =>
    assert.equal(languageFor(wanted), expected));
};

describe('the language of the screen', () => {
  afterEach(() => speak('en', english));

  begins(['de-AT', 'en'], 'de');
  begins(['fr-FR', 'DE'], 'de');
  begins(['en-GB', 'de'], 'en');
  begins(['fr', 'pl'], 'en');
  begins([], 'en');

  const inGerman = (): void => speak('de', german);

  it('is that of messages, numbers and dates', () => {
    inGerman();
    assert.deepEqual(
      [language(), t('articles.claims', { count: 1234 }), numberInWords(0.5), dateInWords('2015-10')],
      ['de', '1.234 Behauptungen', '0,5', 'Okt. 2015'],
    );
  });

  it('is that of the ratings of a shipped scale while they are called as shipped, and of no other', () => {
    inGerman();
    assert.equal(ratingWords('truth@3', 'Mostly false'), 'Größtenteils falsch');
    assert.equal(ratingWords('truth@3', 'Rather false'), 'Rather false');
    assert.equal(ratingWords('ours@1', 'Mostly false'), 'Mostly false');
  });

  it('is that of the labels of fields, but not of types that a desk has of its own', () => {
    inGerman();
    const types = [{ id: 'rumour', label: 'Rumour', checkable: true }];
    const { kind, saidAt } = worded('claim', claimFieldsOf({ settings: { types }, scales: new Map() }));
    assert.deepEqual([kind.label, kind.show('causal'), kind.show('rumour')], ['Art', 'Ursache und Wirkung', 'Rumour']);
    assert.deepEqual([saidAt.label, saidAt.hint], ['Gesagt bei', 'etwa: Sicherheitsrat, New York']);
  });

  it('is that of what is wrong, here or on the server, where it is known by name', () => {
    inGerman();
    const wrong = { name: 'email', values: {} } as const;
    assert.match(wrongWords(new Invalid('email', wrong)), /^erwartet wird eine E-Mail-Adresse/);
    assert.match(
      problemOf(422, { detail: 'email: no', where: 'email', wrong }).words,
      /^Erwartet wird eine E-Mail-Adresse/,
    );
    assert.match(problemOf(410, { detail: 'This link is used.', reason: 'not-good' }).words, /^Dieser Link/);
    assert.equal(problemOf(418, { detail: 'I am a teapot.', reason: 'teapot' }).words, 'I am a teapot.');
  });
});
