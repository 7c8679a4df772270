import assert from 'node:assert/strict';
import { memoryStores } from '../../../server/storage/memory.ts';
import { memorySearchStore } from '../../../server/storage/memory-search-store.ts';
import type { Part } from '../../../shared/api/records/log.ts';
import type { SearchFound } from '../../../shared/api/records/search.ts';
import { eventually } from '../../support/desk-in-browsers.ts';
import { sooner } from '../../support/time.ts';
import { type Member, type RunningServer, startServer } from './a-server.ts';

const TEXT = 'The moon has seven bright seas. Élan is rare on it. Nobody swims in them.';

describe('searching everything', () => {
  const stores = memoryStores();
  let server: RunningServer;
  let una: Member;
  let ben: Member;
  let viewer: Member;

  const makes = async (title: string, text = TEXT): Promise<string> =>
    (await server.client(una).makeArticle({ json: { title, text } })).id;
  const perform = async (id: string, by: Member, ...parts: readonly Part[]): Promise<void> => {
    const { version: base } = await server.client(by).showArticle({ id });
    const done = await server.client(by).sendOperation({ id, json: { opId: `o${base}`, base, parts } });
    assert.deepEqual(done.dropped, []);
  };
  const marks = (claim: string, exact: string, statement = ''): Part => ({
    ...{ kind: 'claim.mark', claim, quote: { exact }, fields: { statement } },
  });
  const found = async (q: string, by = una, asked: object = {}): Promise<readonly SearchFound[]> =>
    (await server.client(by).search({ q, ...asked })).found;
  const kinds = async (q: string, by = una, asked: object = {}): Promise<string> =>
    (await found(q, by, asked)).map(({ kind, title }) => `${kind} ${title}`).join(', ');
  const finds = (expected: string, q: string, by = una): Promise<void> =>
    eventually(async () => assert.equal(await kinds(q, by), expected));

  before(async () => {
    server = await startServer({ stores, after: sooner });
    una = await server.add('admin', 'una');
    ben = await server.add('annotator', 'ben');
    viewer = await server.add('viewer');
  });
  after(() => server.close());

  it('finds claims, sources, evidence and articles, with the words lit up and what a claim came to', async () => {
    const id = await makes('Seas');
    await perform(id, ben, marks('c', 'seven bright seas', 'There are 7 oceans up there'));
    await perform(
      ...([id, ben] as const),
      { kind: 'source.add', source: 's', fields: { title: 'Atlas of oceans', people: ['Ada Stein'] } },
      {
        kind: 'evidence.attach',
        evidence: 'e',
        claim: 'c',
        source: 's',
        fields: { stance: 'refutes', passage: 'Oceans: 7' },
      },
      { kind: 'verdict.give', verdict: 'v', claim: 'c', scale: 'truth@1', rating: 'false', rationale: 'No water.' },
    );
    await finds('claim Seas, evidence Seas, source Seas', 'ocean');
    await eventually(async () => assert.equal((await found('ocean'))[0]?.outcome?.tone, 'false'));
    const [claim, evidence, source] = await found('OCEAN');
    assert.deepEqual([claim?.claim, evidence?.claim, source?.claim], ['c', 'c', undefined]);
    assert.deepEqual(
      claim?.marks.map(([from, to]) => claim.text.slice(from, to)),
      ['oceans'],
    );
    assert.equal(await kinds('elan'), 'article Seas');
    assert.equal(await kinds('ocean', una, { kind: 'source' }), 'source Seas');
    assert.equal(await kinds('ocean stein'), 'source Seas');
    assert.equal(await kinds('…'), '');
  });

  it('finds by state, outcome, person, article and day, and says how many there are of each', async () => {
    const [one, other] = [await makes('Night birds'), await makes('Day birds')];
    await perform(one, una, marks('a', 'seven', 'Owls are seven'), marks('b', 'bright', 'Owls are bright'));
    await perform(other, ben, marks('c', 'seven', 'Owls are many'));
    const given = { kind: 'verdict.give', verdict: 'v', claim: 'c', scale: 'truth@1', rating: 'false', rationale: '' };
    await perform(other, ben, given);
    await perform(one, una, { kind: 'work.move', claim: 'a', move: 'start' });
    await eventually(async () => assert.equal((await found('owl', una, { outcome: 'False' })).length, 1));
    await eventually(async () => assert.equal((await found('owl', una, { state: 'working' })).length, 1));
    const day = new Date().toISOString().slice(0, 10);
    const ids = async (asked: object): Promise<string> =>
      (await found('owl', una, asked))
        .map(({ id }) => id)
        .toSorted()
        .join('');
    assert.equal(await ids({ person: ben.account.id }), 'c');
    assert.equal(await ids({ article: one }), 'ab');
    assert.equal(await ids({ article: one, state: 'open' }), 'b');
    assert.equal(await ids({ since: day, until: day }), 'abc');
    assert.equal(await ids({ since: '2999-01-01' }), '');
    assert.equal(await ids({ until: '2000-01-01' }), '');
    const counts = await server.client(viewer).countFound({ q: 'owl' });
    assert.deepEqual(counts, {
      kind: [{ value: 'claim', count: 3 }],
      state: [
        { value: 'open', count: 2 },
        { value: 'working', count: 1 },
      ],
      outcome: [{ value: 'False', count: 1 }],
      article: [
        { value: one, count: 2, name: 'Night birds' },
        { value: other, count: 1, name: 'Day birds' },
      ],
      person: [
        { value: una.account.id, count: 2, name: 'una' },
        { value: ben.account.id, count: 1, name: 'ben' },
      ],
      isAll: true,
    });
    const some = await server.client(una).countFound({ q: 'owl', person: ben.account.id });
    assert.deepEqual(
      [some.state, some.person.length],
      [[{ value: 'open', count: 1 }], 2],
      'the others are counted as if no person were chosen',
    );
    for (const wrong of ['state=x', 'since=yesterday', 'until=2026-02-31x'])
      assert.equal((await server.ask('GET', `/api/search/counts?q=owl&${wrong}`, { by: una })).status, 422, wrong);
  });

  it('follows what is changed and withdrawn', async () => {
    const id = await makes('Changing');
    await perform(id, ben, marks('c', 'swims', 'Quokkas swim'));
    await finds('claim Changing', 'quokka');
    await perform(id, ben, { kind: 'claim.revise', claim: 'c', fields: { statement: 'Wombats swim' } });
    await finds('claim Changing', 'wombat');
    assert.equal(await kinds('quokka'), '');
    await perform(id, ben, { kind: 'claim.withdraw', claim: 'c' });
    await finds('', 'wombat');
  });

  it('goes on page by page, and says what is wrong with what it is asked', async () => {
    const ids = [await makes('P1', 'Aardvark'), await makes('P2', 'Aardvark'), await makes('P3', 'Aardvark')];
    await eventually(async () => assert.equal((await found('aardvark')).length, ids.length));
    const first = await server.ask('GET', '/api/search?q=aardvark&limit=2', { by: una });
    assert.equal(first.headers.get('link'), '</api/search?q=aardvark&limit=2&after=2>; rel="next"');
    assert.deepEqual((await found('aardvark', una, { limit: 2, after: 2 })).length, 1);
    for (const wrong of ['', '?q=a&kind=x', '?q=a&limit=0', '?q=a&after=-1', `?q=${'a'.repeat(201)}`])
      assert.equal((await server.ask('GET', `/api/search${wrong}`, { by: una })).status, 422, wrong);
    assert.equal((await server.ask('GET', '/api/search?q=a')).status, 401);
  });

  it('finds and counts nothing that is closed (T11)', async () => {
    const id = await makes('Guarded');
    const cites = (source: string, title: string, visibility: unknown): Part => ({
      ...{ kind: 'source.add', source, fields: { title, visibility } },
    });
    await perform(id, una, marks('c', 'seven'), cites('a', 'Canary of all', 'public'));
    await perform(id, una, cites('b', 'Canary of the desk', 'desk'), cites('d', 'Canary of one', [una.account.id]));
    const fields = { stance: 'context', passage: 'The canary sings', visibility: 'desk' };
    await perform(id, una, { kind: 'evidence.attach', evidence: 'e', claim: 'c', source: 'a', fields });
    await finds('evidence Guarded, source Guarded, source Guarded', 'canary');
    assert.equal(await kinds('canary', ben), await kinds('canary'));
    for (const limit of [1, 20]) {
      const { headers, json } = await server.ask('GET', `/api/search?q=canary&limit=${limit}`, { by: viewer });
      assert.deepEqual(
        json.found.map(({ text }: SearchFound) => text),
        ['Canary of all'],
      );
      assert.deepEqual([json.after, headers.get('link')], [null, null]);
    }
  });

  it('gives nothing any more of what was closed, withdrawn or changed a moment ago, before it is indexed anew (T11)', async () => {
    const id = await makes('Just now');
    const fields = { title: 'Heron of all', visibility: 'public' };
    await perform(id, una, marks('c', 'seven', 'Herons are seven'), marks('d', 'bright', 'Herons are bright'));
    await perform(id, una, { kind: 'source.add', source: 's', fields });
    await finds('claim Just now, claim Just now, source Just now', 'heron', viewer);
    const earlier = async (by: Member) =>
      (await server.client(by).listEarlierClaims({ text: 'Herons are seven' })).claims;
    assert.equal((await earlier(viewer))[0]?.claim, 'c');
    const { version: base } = await server.client(una).showArticle({ id });
    const parts: readonly Part[] = [
      { kind: 'source.revise', source: 's', fields: { visibility: 'desk' } },
      { kind: 'claim.withdraw', claim: 'c' },
      { kind: 'claim.revise', claim: 'd', fields: { statement: 'Egrets are bright' } },
    ];
    await server.client(una).sendOperation({ id, json: { opId: 'closed', base, parts } });
    assert.deepEqual(await found('heron', viewer), []);
    assert.deepEqual((await server.client(viewer).countFound({ q: 'heron' })).kind, []);
    assert.equal((await found('heron', una))[0]?.kind, 'source');
    assert.deepEqual(
      (await earlier(viewer)).filter(({ claim }) => claim === 'c'),
      [],
    );
  });

  it('has nothing of work that is blind, until it is revealed (T11)', async () => {
    const id = await makes('Blind');
    await perform(id, una, { kind: 'article.configure', settings: { blind: 'all' } });
    await perform(id, ben, marks('c', 'Nobody swims', 'Narwhals rest'));
    await makes('Told', 'After it');
    await finds('article Told', 'after it');
    for (const by of [una, ben, viewer]) assert.equal(await kinds('narwhal', by), '');
    await perform(id, una, { kind: 'article.configure', settings: { blind: 'no' } });
    await finds('claim Blind', 'narwhal', viewer);
  });

  it('says which earlier claims say the same, and never those with other figures or a negation', async () => {
    const words = 'In 2019 the harbour of Lisbon took in 40 percent of all bananas';
    const others = [
      'Lisbon’s harbour took in 40% of all bananas in 2019',
      'In 2019 the harbour of Lisbon took in 60 percent of all bananas',
      'In 2019 the harbour of Lisbon did not take in 40 percent of all bananas',
      'Nobody swims here',
    ];
    const id = await makes('Earlier', others.join('\n\n'));
    await perform(id, una, ...others.map((exact, nth) => marks(`c${nth}`, exact)));
    await perform(id, una, marks('own', 'swims here', words));
    const earlier = async (by = una) =>
      (await server.client(by).listEarlierClaims({ text: words, article: id, claim: 'own' })).claims.map(
        ({ claim, relation, because }) => `${claim} ${relation} ${because}`,
      );
    await eventually(async () =>
      assert.deepEqual((await earlier()).toSorted(), ['c0 same ', 'c1 contradicts figures', 'c2 contradicts negation']),
    );
    assert.equal((await earlier())[0], 'c0 same ');
    await perform(id, una, { kind: 'article.configure', settings: { blind: 'all' } });
    await eventually(async () => assert.deepEqual(await earlier(viewer), []));
  });

  it('warns where claims that say the same came to different outcomes', async () => {
    const words = 'The tower of Pisa has 296 steps';
    const id = await makes('Towers', `${words}\n\nPisa’s tower has 296 steps`);
    await perform(id, una, marks('a', words), marks('b', 'Pisa’s tower has 296 steps'));
    const judged = (claim: string, rating: string): Part => ({
      ...{ kind: 'verdict.give', verdict: `v${claim}`, claim, scale: 'truth@1', rating, rationale: 'Counted.' },
    });
    await perform(id, ben, judged('a', 'true'), judged('b', 'true'));
    const asked = () => server.client(una).listEarlierClaims({ text: words });
    await eventually(async () =>
      assert.deepEqual(
        (await asked()).claims.map(({ outcome }) => outcome?.tone),
        ['true', 'true'],
      ),
    );
    assert.equal((await asked()).differ, false);
    await perform(id, ben, { ...judged('b', 'false'), verdict: 'w' });
    await eventually(async () => assert.equal((await asked()).differ, true));
    const other = await makes('Other towers', words);
    await perform(other, una, marks('d', words));
    const against = async (article: string, by = una) =>
      Object.entries((await server.client(by).listJudgedElsewhere({ id: article })).claims).map(
        ([claim, all]) => `${claim} ${all.map((each) => `${each.claim} ${each.outcome?.tone}`)}`,
      );
    assert.deepEqual(await against(other), []);
    await perform(other, una, judged('d', 'true'));
    await eventually(async () => assert.deepEqual(await against(other), ['d b false']));
    await eventually(async () => assert.deepEqual(await against(id, viewer), ['a b false', 'b a true,d true']));
    await perform(other, una, { kind: 'article.configure', settings: { blind: 'all' } });
    assert.deepEqual(await against(other, ben), []);
  });

  it('says that what a claim came to is to be checked again, and warns of nothing that no longer holds (T8)', async () => {
    const words = 'The tower of Bologna has 498 steps';
    const id = await makes('Bologna', `${words}\n\nBologna’s tower has 498 steps`);
    await perform(id, una, marks('a', words), marks('b', 'Bologna’s tower has 498 steps'));
    const judged = (claim: string, rating: string): Part => ({
      ...{ kind: 'verdict.give', verdict: `v${claim}`, claim, scale: 'truth@1', rating, rationale: 'Counted.' },
    });
    await perform(id, ben, judged('a', 'true'), judged('b', 'false'));
    const asked = () => server.client(una).listEarlierClaims({ text: words });
    await eventually(async () => assert.equal((await asked()).differ, true));
    await perform(
      ...([id, una] as const),
      { kind: 'source.add', source: 's', fields: { title: 'A count of the steps' } },
      {
        kind: 'evidence.attach',
        evidence: 'e',
        claim: 'b',
        source: 's',
        fields: { stance: 'refutes', passage: '498' },
      },
    );
    await eventually(async () => assert.equal((await asked()).differ, false));
    const found = await server.client(una).search({ q: 'bologna', kind: 'claim' });
    const outcomes = found.found.map(({ id, outcome }) => [id, outcome?.tone, outcome?.stale]);
    assert.deepEqual(outcomes.sort(), [
      ['a', 'true', undefined],
      ['b', 'false', true],
    ]);
  });

  it('is drawn from the logs anew where it is missing', async () => {
    const again = await startServer({ stores: { ...stores, search: memorySearchStore(stores.log) } });
    try {
      const by = await again.add('annotator', 'cem');
      await eventually(async () => {
        const { found: now } = await again.client(by).search({ q: 'ocean' });
        assert.equal(now.length, 3);
      });
    } finally {
      await again.close();
    }
  });
});
