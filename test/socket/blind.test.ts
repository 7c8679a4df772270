import assert from 'node:assert/strict';
import { sha256 } from '../../server/digest.ts';
import { articleFromJson } from '../../shared/article.ts';
import { comparable } from '../../shared/protocol.ts';
import { Exchange, type Line } from '../support/exchange.ts';

const MARKER = 'quicksilver';
const configure = (blind: string) => ({ kind: 'article.configure', settings: { blind } });
const mark = (claim: string, exact: string) => ({
  kind: 'claim.mark',
  claim,
  quote: { exact, prefix: '', suffix: '' },
  fields: {},
});
const give = (verdict: string) => ({
  ...{ kind: 'verdict.give', verdict, claim: 'c', scale: 'truth@1', rating: 'false', rationale: MARKER },
});
const why = {
  ...{ kind: 'text', target: { rationale: 'c' } },
  steps: [{ stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text: MARKER }] } }],
};

/** Everything that comes to a page from now on, byte for byte. */
const bytesTo = ({ socket }: Line): (() => string) => {
  const bytes: string[] = [];
  socket.io.engine.on('packet', ({ data }: { readonly data?: unknown }) => bytes.push(String(data)));
  return () => bytes.join('\n');
};

describe('a page that does not see all (T11)', () => {
  let exchange: Exchange;
  beforeEach(async () => {
    exchange = await Exchange.open();
  });
  afterEach(() => exchange.close());

  it('is sent nothing of what others judged, whichever way it asks, and all of it once that is revealed', async () => {
    const id = await exchange.article('the moon is far');
    const [una, ann, ben] = [
      await exchange.call('una.lead'),
      await exchange.call('ann.annotator'),
      await exchange.call('ben.annotator'),
    ];
    for (const each of [una, ann, ben]) await each.join(id);
    await una.does(id, 'u1', 1, [mark('c', 'moon'), configure('verdicts')]);
    await ben.hears('sight');
    const got = bytesTo(ben);
    const { article, version } = await ben.ask('join', { article: id, version: 1 });
    assert.equal(version, 2);

    await ann.ask('join', { article: id });
    await ann.does(id, 'a1', 2, [give('v1')]);
    await una.does(id, 'u2', 2, [why]);
    await ann.ask('presence', { article: id, version: 2, at: { anchor: 1, head: 1 }, claim: 'c' });
    await ben.does(id, 'b1', 2, [{ ...give('v2'), rationale: 'no' }]);
    await ben.hears('entries', ({ entries }) => entries.some((entry) => entry.version === 5));
    assert.equal((await ben.fetchAll(id, 0)).length, 5);
    const again = await ben.join(id);
    assert.deepEqual(Object.keys(again.article?.verdicts ?? {}), ['v2']);
    assert.equal((await ben.ask('join', { article: id, version: 2, sight: article.sight })).entries.length, 3);
    const hash = sha256(comparable(articleFromJson(again.article!)));
    assert.deepEqual(await ben.ask('compare', { article: id, version: 5, hash }), { version: 5, same: true });
    assert.equal(got().includes(MARKER), false);
    assert.equal(/"v1"|"a1"/.test(got()), false);
    assert.ok((await una.fetchAll(id, 0)).some(({ parts }) => JSON.stringify(parts).includes(MARKER)));

    await una.does(id, 'u3', 5, [configure('no')]);
    await ben.hears('sight', (notice) => notice.article === id && ben.notices('sight').length === 2);
    const all = await ben.ask('join', { article: id, version: 5, sight: article.sight });
    assert.deepEqual(Object.keys(all.article.verdicts).sort(), ['v1', 'v2']);
    assert.equal(got().includes(MARKER), true);
  });

  it('hears who is new to it once it sees something of theirs', async () => {
    const id = await exchange.article('the moon is far');
    const [una, ben] = [await exchange.call('una.lead'), await exchange.call('ben.annotator')];
    await una.join(id);
    await una.does(id, 'u1', 1, [mark('c', 'moon'), configure('verdicts')]);
    await ben.join(id);
    const room = await exchange.rooms.open(id);
    const ann = { id: 'ann', role: 'annotator' } as const;
    await room?.perform(ann, { opId: 'a1', base: 2, parts: [give('v1') as never] });
    await ben.hears('entries');
    await room?.perform(ann, {
      opId: 'a2',
      base: 3,
      parts: [{ kind: 'source.add', source: 's', fields: { title: 'Almanac' } }],
    });
    const { people } = await ben.hears('people', (notice) => Object.hasOwn(notice.people, 'ann'));
    assert.equal(people.ann?.name, 'ann');
    assert.equal(ben.notices('entries').flatMap(({ entries }) => entries).length, 2);
  });
});
