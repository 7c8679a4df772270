import assert from 'node:assert/strict';
import { COLUMNS, rowsOf } from '../../../shared/export/columns.ts';
import {
  groupsOf,
  independenceOf,
  joiningFields,
  partingFields,
  proposedRoots,
  rootsOf,
} from '../../../shared/independence.ts';
import { perform } from '../../../shared/rebase.ts';
import { seenArticle } from '../../../shared/sight.ts';
import { evidence, paragraph, type Writing, writing } from '../../support/edition.ts';
import { chance } from '../../support/random.ts';

const article = (...sources: readonly string[]): Writing => {
  const log = writing('The moon', [paragraph('It is made of cheese.')]).mark('una', 'c', 'made of cheese');
  for (const source of sources) {
    log.act('ben', { kind: 'source.add', source, fields: { title: source } });
    log.act('ben', evidence(`e-${source}`, 'c', source, { stance: 'supports' }));
  }
  return log;
};

const from = (log: Writing, source: string, ...others: readonly string[]): Writing =>
  log.act('ben', {
    kind: 'source.revise',
    source,
    fields: { derivesFrom: others.map((each) => ({ source: each, manner: 'copy' })) },
  });

describe('independence of sources', () => {
  it('counts two sources with one root once', () => {
    const log = article('a', 'b', 'c');
    from(log, 'a', 'c');
    from(log, 'b', 'a');
    assert.deepEqual(rootsOf(log.article.sources, 'b'), ['c']);
    const { sources, independent } = independenceOf(log.article, 'c', 'supports');
    assert.deepEqual([sources, independent], [3, 1]);
    assert.equal(independenceOf(log.article, 'c', 'refutes').sources, 0);
  });

  it('counts a root once also where it is no evidence itself', () => {
    const log = article('a', 'b');
    log.act('ben', { kind: 'source.add', source: 'wire', fields: { title: 'wire' } });
    from(log, 'a', 'wire');
    from(log, 'b', 'wire');
    assert.equal(independenceOf(log.article, 'c', 'supports').independent, 1);
  });

  it('joins what comes from two roots with both', () => {
    const log = from(article('a', 'b', 'both'), 'both', 'a', 'b');
    assert.deepEqual(groupsOf(log.article.sources, ['a', 'b']).length, 2);
    assert.deepEqual(groupsOf(log.article.sources, ['a', 'both', 'b']).length, 1);
  });

  it('refuses a circle, however long, a source that is not there, and a source behind itself', () => {
    const log = article('a', 'b', 'c');
    from(log, 'a', 'b');
    from(log, 'b', 'c');
    for (const [source, other] of [
      ['c', 'a'],
      ['a', 'a'],
    ] as const)
      assert.throws(() => from(log, source, other), /source-circle/);
    assert.throws(() => from(log, 'a', 'gone'), /unknown/);
  });

  it('never has a circle nor counts more than there are, whatever is said in whatever order', () => {
    const seed = 4711;
    const { below } = chance(seed);
    const names = [...'abcdefgh'];
    const log = article(...names);
    for (let turn = 0; turn < 120; turn++) {
      const [one, other, third] = [below(8), below(8), below(8)].map((at) => names[at]!);
      try {
        from(log, one!, ...new Set([other!, third!]));
      } catch {
        continue; // a circle
      }
      const { sources } = log.article;
      for (const name of names) assert.ok(rootsOf(sources, name).length > 0, `${name} has no root; seed ${seed}`);
      const groups = groupsOf(sources, names);
      assert.ok(groups.length <= new Set(names.flatMap((name) => rootsOf(sources, name))).size, `seed ${seed}`);
      assert.deepEqual(groups.flatMap((group) => group.sources).toSorted(), names, `seed ${seed}`);
    }
  });

  it('stands in the table of claims', () => {
    const log = from(article('a', 'b'), 'b', 'a');
    const [row] = rowsOf(log.edition());
    const column = COLUMNS.find(({ label }) => label === 'Independent sources for it');
    assert.equal(row && column?.value(row), 1);
  });

  it('does not tell of a source that is not seen (T11)', () => {
    const log = article('a', 'b');
    log.act('una', { kind: 'source.add', source: 'own', fields: { title: 'own' } });
    from(log, 'own', 'a');
    const seen = seenArticle(log.article, {
      reviewer: 'una',
      onlooker: { id: 'una', role: 'annotator' },
      blind: 'all',
      key: 'all',
    });
    assert.deepEqual([...seen.sources.keys()], ['own']);
    assert.deepEqual(seen.sources.get('own')?.derivesFrom, []);
  });

  it('keeps what comes from a source that whoever changes it does not see (T10)', () => {
    const log = article('a');
    for (const source of ['own', 'other'])
      log.act('una', {
        kind: 'source.add',
        source,
        fields: { title: source, apartFrom: source === 'own' ? ['a'] : [] },
      });
    from(log, 'own', 'a');
    log.act('lead', { kind: 'article.configure', settings: { blind: 'all' } });
    const part = {
      kind: 'source.revise',
      source: 'own',
      fields: { derivesFrom: [{ source: 'other', manner: 'data' }], apartFrom: [] },
    } as const;
    const act = { reviewer: 'una', at: '2026-03-01T09:00:00.000Z' };
    const { article: after } = perform(log.article, [part], act, { authority: { id: 'una', role: 'annotator' } });
    const { derivesFrom, apartFrom } = after.sources.get('own')!;
    assert.deepEqual([derivesFrom.map(({ source }) => source), apartFrom], [['other', 'a'], ['a']]);
    const gone = { ...part, fields: { derivesFrom: [] } };
    const seen = perform(log.article, [gone], act, { authority: { id: 'lead', role: 'lead' } });
    assert.deepEqual(seen.article.sources.get('own')?.derivesFrom, []);
  });
});

describe('one root for the same text', () => {
  const pairs = [
    ['a', 'b'],
    ['b', 'c'],
    ['d', 'e'],
  ] as const;

  it('is proposed for all that hang together, the earliest first, and is none any more when somebody has accepted it', () => {
    const log = article('a', 'b', 'c', 'd', 'e');
    const [first, second] = proposedRoots(log.article.sources, pairs);
    assert.deepEqual(first, { sources: ['a', 'b', 'c'], root: 'a' });
    assert.deepEqual(second, { sources: ['d', 'e'], root: 'd' });
    for (const [source, fields] of joiningFields(log.article.sources, first!))
      log.act('ben', { kind: 'source.revise', source, fields });
    assert.deepEqual(proposedRoots(log.article.sources, pairs), [second]);
    assert.equal(groupsOf(log.article.sources, ['a', 'b', 'c']).length, 1);
  });

  it('takes the one that others come from already, and adds to what is known', () => {
    const log = article('a', 'b', 'c', 'release');
    from(log, 'b', 'c');
    from(log, 'a', 'release');
    const [proposal] = proposedRoots(log.article.sources, [['a', 'b']]);
    assert.equal(proposal?.root, 'a');
    for (const [source, fields] of joiningFields(log.article.sources, proposal!))
      log.act('ben', { kind: 'source.revise', source, fields });
    assert.deepEqual(rootsOf(log.article.sources, 'b').toSorted(), ['c', 'release']);
    assert.equal(groupsOf(log.article.sources, ['a', 'b', 'c']).length, 1);
  });

  it('is proposed no more once somebody said no', () => {
    const log = article('a', 'b', 'c', 'd', 'e');
    const [first] = proposedRoots(log.article.sources, pairs);
    for (const [source, fields] of partingFields(log.article.sources, first!))
      log.act('ben', { kind: 'source.revise', source, fields });
    assert.deepEqual(
      proposedRoots(log.article.sources, pairs).map(({ sources }) => sources),
      [['d', 'e']],
    );
    assert.equal(groupsOf(log.article.sources, ['a', 'b', 'c']).length, 3);
  });
});
