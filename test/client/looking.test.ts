import assert from 'node:assert/strict';
import type { Command, Effect, Sight } from '../../client/commands.ts';
import { dismissSuggestion, isSetAside, nextSuggestion, nextUnread, setAside } from '../../client/looking.ts';
import { suggestionsOf } from '../../client/suggestions.ts';
import { type Article, blankArticle } from '../../shared/article.ts';
import { WEIGHTS } from '../../shared/checkworthy-weights.ts';
import { textCoverage } from '../../shared/coverage.ts';
import { perform } from '../../shared/rebase.ts';
import type { Role } from '../../shared/roles.ts';
import { docOf } from '../support/notation.ts';

const LINES = ['Prices rose by 5 percent. We hope for the best.', 'The mayor signed 12 contracts. Thank you all.'];

/** A reader of an article, as far as commands see one: does what they say and keeps what they select. */
class Reader {
  article: Article = { ...blankArticle(), doc: docOf(LINES.join('\n')) };
  selection = { from: 0, to: 0 };
  role: Role = 'annotator';
  #ids = 0;

  get sight(): Sight {
    const reviewer = { id: 'ann', role: this.role };
    const newId = () => `id${++this.#ids}`;
    const suggestions = this.suggested();
    const seen = { article: this.article, selection: this.selection, reviewer, newId, suggestions };
    return { ...seen, claim: undefined, editing: false, listed: [] };
  }

  suggested(dismissed: readonly string[] = []) {
    return suggestionsOf(WEIGHTS, this.article, new Set(dismissed), () => true) ?? [];
  }

  runs(command: Command): Effect | undefined {
    let effect: Effect | undefined;
    if (!command(this.sight, (given) => (effect = given))) return undefined;
    const act = { reviewer: 'ann', at: '2026-01-01T00:00:00.000Z' };
    if (effect?.parts) this.article = perform(this.article, effect.parts, act).article;
    if (effect?.screen?.select) this.selection = effect.screen.select;
    return effect;
  }

  get selected(): string {
    return this.article.doc.textBetween(this.selection.from, this.selection.to, ' ');
  }

  get states(): string {
    return textCoverage(this.article)
      .blocks.flatMap(({ sentences }) => sentences)
      .join(' ');
  }
}

describe('reading an article by keys', () => {
  it('goes from one sentence that nobody has looked at to the next, and round', () => {
    const reader = new Reader();
    const goes = (): string => {
      reader.runs(nextUnread);
      return reader.selected;
    };
    const read = [goes(), goes(), goes(), goes()];
    assert.deepEqual(read, LINES.join(' ').split(/(?<=\.) /));
    assert.equal(goes(), 'Prices rose by 5 percent.');
  });

  it('sets aside the sentence it went to, and again takes that back', () => {
    const reader = new Reader();
    reader.runs(nextUnread);
    reader.runs(nextUnread);
    reader.runs(setAside);
    assert.equal(reader.states, 'open aside open open');
    assert.ok(isSetAside(reader.sight));
    reader.runs(setAside);
    assert.equal(reader.states, 'open open open open');
  });

  it('sets several sentences aside at once, each by itself, and those alone that nobody has looked at', () => {
    const reader = new Reader();
    reader.runs(nextUnread);
    reader.runs(setAside);
    reader.selection = { from: 10, to: reader.article.doc.content.size - 4 };
    const effect = reader.runs(setAside);
    assert.equal(effect?.parts?.length, 3);
    assert.equal(effect.atomic, true);
    assert.equal(reader.states, 'aside aside aside aside');
    assert.equal(reader.runs(nextUnread), undefined);
  });

  it('sets aside the sentence that the caret stands in when nothing is selected', () => {
    const reader = new Reader();
    reader.selection = { from: 8, to: 8 };
    reader.runs(setAside);
    assert.equal(reader.states, 'aside open open open');
  });

  it('is for annotators', () => {
    const reader = new Reader();
    reader.role = 'viewer';
    reader.runs(nextUnread);
    assert.equal(reader.runs(setAside), undefined);
  });
});

describe('suggestions', () => {
  it('are the sentences that look worth checking and that nobody has looked at; they count for nothing', () => {
    const reader = new Reader();
    assert.deepEqual(
      reader.suggested().map(({ sentence }) => sentence),
      ['Prices rose by 5 percent.', 'The mayor signed 12 contracts.'],
    );
    assert.equal(reader.states, 'open open open open');
    reader.runs(nextUnread);
    reader.runs(setAside);
    assert.deepEqual(
      reader.suggested().map(({ sentence }) => sentence),
      ['The mayor signed 12 contracts.'],
    );
  });

  it('are gone through by a key, and done without by another', () => {
    const reader = new Reader();
    assert.equal(reader.runs(dismissSuggestion), undefined);
    reader.runs(nextSuggestion);
    reader.runs(nextSuggestion);
    assert.equal(reader.selected, 'The mayor signed 12 contracts.');
    const dismissed = reader.runs(dismissSuggestion)?.dismiss ?? '';
    assert.equal(dismissed, reader.selected);
    assert.equal(reader.suggested([dismissed]).length, 1);
  });

  it('are drawn where they are among the strongest third of all sentences, whatever is looked at; a key goes to these, and then to the rest', () => {
    const reader = new Reader();
    const lines = [
      'Taxes rose by 40 percent in 2012.',
      'He said the war began in 2003.',
      'Crime fell by half last year.',
    ];
    reader.article = { ...reader.article, doc: docOf([...LINES, ...lines].join('\n')) };
    const strong = (): readonly string[] =>
      reader.suggested().flatMap(({ isStrong, sentence }) => (isStrong ? [sentence] : []));
    const drawn = strong();
    assert.equal(drawn.length, 3);
    assert.equal(reader.suggested().length, 5);
    const went = drawn.map(() => {
      reader.runs(nextSuggestion);
      return reader.selected;
    });
    assert.deepEqual(went, drawn);
    while (reader.selected !== drawn[0]) reader.runs(nextSuggestion);
    reader.runs(setAside);
    assert.deepEqual(strong(), drawn.slice(1));
    for (const _ of drawn.slice(1)) {
      reader.runs(nextSuggestion);
      reader.runs(setAside);
    }
    assert.deepEqual(strong(), []);
    reader.runs(nextSuggestion);
    assert.equal(reader.selected, reader.suggested()[0]?.sentence);
  });

  it('are none for a text in another language', () => {
    const reader = new Reader();
    reader.article = { ...reader.article, doc: docOf('Die Preise stiegen um 5 Prozent, sagte der Minister.') };
    assert.deepEqual(reader.suggested(), []);
  });

  it('wait for time, and go on from where it ran out', () => {
    const reader = new Reader();
    let calls = 0;
    const everyOther = (): boolean => {
      calls += 1;
      return calls % 2 === 1;
    };
    const found = () => suggestionsOf(WEIGHTS, reader.article, new Set(), everyOther);
    assert.equal(found(), undefined);
    while (!found()) assert.ok(calls < 20);
    assert.equal(found()?.length, 2);
  });
});
