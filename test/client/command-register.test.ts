import assert from 'node:assert/strict';
import { blocksOf } from '../../client/blocks.ts';
import { isChord, keysOf, namesOf, type Pressed, withModifiers } from '../../client/chords.ts';
import type { CommandRow } from '../../client/command-row.ts';
import { distanceOf } from '../../client/command-search.ts';
import type { Sight } from '../../client/commands.ts';
import { foundInList } from '../../client/found-in-list.ts';
import { listedCommands } from '../../client/listed-commands.ts';
import { addMessages, t } from '../../client/strings/index.ts';
import { later } from '../../client/strings/later/index.ts';
import { whyNot } from '../../client/why-not.ts';
import { blankArticle } from '../../shared/article.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { REFUSALS } from '../../shared/operations/kind.ts';
import { perform } from '../../shared/rebase.ts';
import type { Role } from '../../shared/roles.ts';
import { MOVES, type MoveName } from '../../shared/work.ts';
import { docOf } from '../support/notation.ts';

const article = { ...blankArticle(), doc: docOf('Bridges\nThe bridge cost 12 million.\nIt is old.'), version: 1 };

const sight = (more: Partial<Sight> & { readonly role?: Role } = {}): Sight => ({
  ...{ article, reviewer: { id: 'ann', role: more.role ?? 'lead' }, claim: undefined, selection: { from: 1, to: 1 } },
  ...{ editing: false, newId: () => 'new' },
  ...more,
});

const row = (id: string): CommandRow => {
  const found = listedCommands(article).find((each) => each.id === id);
  assert.ok(found, id);
  return found;
};

const press = (key: string, code: string, more: Partial<Pressed> = {}): Pressed => ({
  ...{ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...more,
});

const repeated = (values: readonly (string | undefined)[]): readonly (string | undefined)[] =>
  values.filter((value, index) => value !== undefined && values.indexOf(value) !== index);

describe('the register of commands', () => {
  before(() => addMessages(later));
  after(() => addMessages({}));

  it('gives each command an id, a key and a chord of its own', () => {
    const rows = listedCommands(article);
    assert.deepEqual(repeated(rows.map(({ id }) => id)), []);
    assert.deepEqual(repeated(rows.map(({ key }) => key)), []);
    assert.deepEqual(repeated(rows.map(({ chord }) => chord)), []);
  });

  it('has every move of the work as a command, which can be done exactly when the move can be made', () => {
    const act = { reviewer: 'ben', at: '2026-01-01T00:00:00.000Z' };
    const quote = { exact: '12 million', prefix: '', suffix: '' };
    const give = { kind: 'verdict.give', verdict: 'v', claim: 'c', scale: 'truth@1', rating: 'true' } as const;
    const moves = Object.keys(MOVES) as MoveName[];
    const possible = (...made: readonly MoveName[]): readonly MoveName[] => {
      const parts: readonly AnyPart[] = [{ kind: 'claim.mark', claim: 'c', quote, fields: {} }, give];
      const moved = made.map((move): AnyPart => ({ kind: 'work.move', claim: 'c', move, reason: 'x' }));
      const worked = perform(article, [...parts, ...moved], act);
      assert.deepEqual(worked.dropped, []);
      const seen = sight({ article: worked.article, claim: 'c' });
      return moves.filter((move) => whyNot(row(`move.${move}`), seen) === undefined);
    };
    assert.deepEqual(possible(), ['start', 'ready']);
    assert.deepEqual(possible('start'), ['leave', 'ready']);
    assert.deepEqual(possible('ready'), ['first', 'reopen']);
    assert.deepEqual(possible('ready', 'reopen'), ['start', 'ready']);
    const unjudged = perform(article, [{ kind: 'claim.mark', claim: 'c', quote, fields: {} }], act).article;
    assert.equal(whyNot(row('move.ready'), sight({ article: unjudged, claim: 'c' })), REFUSALS.unjudged);
  });

  it('says why something cannot be done now: the role first, then what is missing', () => {
    assert.equal(whyNot(row('mark'), sight({ role: 'viewer' })), 'Only for the role Annotator or above.');
    assert.equal(whyNot(row('mark'), sight()), 'Select words in the text first.');
    assert.equal(whyNot(row('mark'), sight({ selection: { from: 1, to: 5 } })), undefined);
    assert.equal(whyNot(row('source'), sight()), 'Open a claim first.');
    assert.equal(whyNot(row('reply'), sight()), t('command.noThread'));
    const locked = perform(article, [{ kind: 'article.lock' }], { reviewer: 'ann', at: '2026-01-01T00:00:00.000Z' });
    assert.equal(whyNot(row('edit'), sight({ article: locked.article })), 'The text is locked.');
  });

  it('never greys what can be done, nor offers what cannot', () => {
    for (const each of listedCommands(article))
      for (const seen of [sight(), sight({ role: 'viewer' }), sight({ selection: { from: 1, to: 5 } })])
        if (whyNot(each, seen) === undefined) assert.equal(each.command(seen), true, each.id);
  });
});

describe('the list of commands', () => {
  const listed = (query: string, recent: readonly string[] = [], seen = sight()) =>
    foundInList(seen, blocksOf(article.doc), recent, query).map(
      ({ group, lines }) => [group, lines.map(({ id }) => id)] as const,
    );

  it('has what was used last in front, and what cannot be done now at the end', () => {
    const groups = listed('', ['history', 'mark', 'share']);
    assert.deepEqual(groups[0], ['recent', ['history', 'share']]);
    assert.equal(groups.at(-1)?.[0], 'not');
    assert.ok(groups.at(-1)?.[1].includes('mark'));
  });

  it('finds by the beginnings of words, by what is in them and with letters left out', () => {
    assert.equal(distanceOf('Lock the text', 'lo te'), 0);
    assert.equal(distanceOf('Lock the text', 'ock'), 1);
    assert.equal(distanceOf('Export this article', 'exprt'), 3);
    assert.equal(distanceOf('Export this article', 'lock'), Number.POSITIVE_INFINITY);
    assert.equal(listed('exp')[0]?.[1][0], 'export');
  });

  it('finds paragraphs by number and by their words', () => {
    assert.deepEqual(listed('¶3')[0], ['paragraphs', ['paragraph 3']]);
    assert.deepEqual(listed('12 million')[0], ['paragraphs', ['paragraph 2']]);
  });

  it('looks in all articles for whatever is typed, last of all', () => {
    assert.deepEqual(listed('zeppelins'), [['search', ['search everywhere']]]);
    assert.deepEqual(listed('exp').at(-1), ['search', ['search everywhere']]);
  });

  it('finds claims by their words', () => {
    const quote = { exact: 'old', prefix: 'It is ', suffix: '.' };
    const act = { reviewer: 'ann', at: '2026-01-01T00:00:00.000Z' };
    const marked = perform(article, [{ kind: 'claim.mark', claim: 'c', quote, fields: {} }], act).article;
    assert.deepEqual(listed('old', [], sight({ article: marked }))[0], ['claims', ['claim c']]);
  });
});

describe('a pressed key', () => {
  it('is called by the sign it writes, then by its place on an English keyboard', () => {
    assert.deepEqual(namesOf(press('C', 'KeyC', { shiftKey: true })), ['c']);
    assert.deepEqual(namesOf(press('с', 'KeyC')), ['с', 'c']); // Cyrillic
    assert.deepEqual(namesOf(press('ש', 'KeyA')), ['ש', 'a']);
    assert.deepEqual(namesOf(press('?', 'Slash', { shiftKey: true })), ['?', '/']);
  });

  it('is a chord’s only with exactly its modifiers', () => {
    const c = (more: Partial<Pressed>) => isChord(withModifiers('c'), press('c', 'KeyC', more));
    assert.equal(c({ ctrlKey: true, altKey: true }), true);
    assert.equal(c({ ctrlKey: true }), false);
    assert.equal(c({ ctrlKey: true, altKey: true, shiftKey: true }), false);
    assert.equal(c({ ctrlKey: true, altKey: true, getModifierState: (name) => name === 'AltGraph' }), false);
  });

  it('is shown as it is printed on the keyboard', () => assert.deepEqual(keysOf('Mod-Shift-z'), ['Ctrl', '⇧', 'Z']));
});
