import assert from 'node:assert/strict';
import { claimHistory } from '../../client/claim-history.ts';
import { Replaying } from '../../client/replaying.ts';
import { stepFrom, stopAt, stopsOf } from '../../client/stops.ts';
import { textChanges } from '../../client/text-changes.ts';
import { articleToJson, blankArticle } from '../../shared/article.ts';
import { replay } from '../../shared/log.ts';
import { evidence, paragraph, rationale, richEdition, verdict, type Writing, writing } from '../support/edition.ts';

const going = new AbortController().signal;

/** A replaying of a log that lets go of the page after every entry. */
const replayingOf = (entries: Writing['entries'], onPause: () => void = () => {}) => {
  const fetched: number[] = [];
  let time = 0;
  const log = new Replaying(
    async (after, limit) => {
      fetched.push(after);
      return entries.slice(after, after + limit);
    },
    async () => onPause(),
    () => (time += 10),
  );
  return { log, fetched };
};

describe('an article as it was', () => {
  const { entries } = richEdition();

  it('is, at every version, what the log up to there replays to (T3)', async () => {
    const { log } = replayingOf(entries);
    await log.upTo(entries.length, () => {}, going);
    for (let version = 0; version <= entries.length; version += 1)
      assert.deepEqual(
        articleToJson(log.at(version)),
        articleToJson(replay(blankArticle(), entries.slice(0, version))),
      );
  });
  it('tells how far it has come', async () => {
    const told: number[] = [];
    await replayingOf(entries).log.upTo(5, (version) => told.push(version), going);
    assert.deepEqual(told, [1, 2, 3, 4, 5, 5]);
  });
  it('stops when it is cancelled, and goes on from there', async () => {
    const leaving = new AbortController();
    const { log, fetched } = replayingOf(entries, () => log.version === 3 && leaving.abort());
    await log.upTo(entries.length, () => {}, leaving.signal);
    assert.equal(log.version, 3);
    await log.upTo(entries.length, () => {}, going);
    assert.deepEqual([log.version, fetched], [entries.length, [0, 3]]);
  });
  it('is replayed once, however many ask at once', async () => {
    const { log } = replayingOf(entries);
    await Promise.all([log.upTo(9, () => {}, going), log.upTo(9, () => {}, going)]);
    assert.deepEqual(
      log.entries.map(({ version }) => version),
      [1, 2, 3, 4, 5, 6, 7, 8, 9],
    );
  });
  it('is not made up where the log ends', () =>
    assert.rejects(
      replayingOf(entries.slice(0, 2)).log.upTo(3, () => {}, going),
      /the log ends at 2/,
    ));
});

describe('the history of a claim', () => {
  const log = writing('Moon', [paragraph('The moon is far. It is cold.')])
    .mark('una', 'far', 'The moon is far.')
    .mark('una', 'cold', 'It is cold.')
    .act('ben', {
      kind: 'claim.revise',
      claim: 'far',
      fields: { statement: 'It is 384,400 km away.', assignee: 'ben' },
    })
    .act('ben', { kind: 'source.add', source: 's', fields: { title: 'Almanac' } })
    .act('ben', evidence('e', 'far', 's', { stance: 'supports', note: 'Table 2' }))
    .act('ben', verdict('v', 'far', 'true', 'On average.'))
    .replace('una', 'far', 'close')
    .replace('una', 'cold', 'icy')
    .act('ben', { kind: 'verdict.withdraw', verdict: 'v' })
    .act('una', rationale('cold', 'it.'))
    .act('una', rationale('cold', 'Feel '))
    .act('ben', rationale('cold', 'All: '));
  const historyOf = async (claim: string) => {
    const { log: replaying } = replayingOf(log.entries);
    await replaying.upTo(log.entries.length, () => {}, going);
    return claimHistory(replaying, claim, going);
  };

  it('has who did what to it, the newest first, and nothing that was done to others', async () =>
    assert.deepEqual(
      (await historyOf('far')).map(({ reviewer, kinds }) => `${reviewer} ${kinds.join()}`),
      [
        'ben verdict.withdraw',
        'una text',
        'ben verdict.give',
        'ben evidence.attach',
        'ben claim.revise',
        'una claim.mark',
      ],
    ));
  it('has why', async () =>
    assert.deepEqual((await historyOf('far')).map(({ why }) => why).filter(Boolean), ['True: On average.', 'Table 2']));
  it('has what changed, in its fields and in its words', async () =>
    assert.deepEqual(
      (await historyOf('far')).flatMap(({ differences }) => differences),
      [
        { what: 'words', before: 'The moon is far.', after: 'The moon is close.' },
        { what: 'statement', before: '', after: 'It is 384,400 km away.' },
        { what: 'assignee', before: '', after: 'ben' },
      ],
    ));
  it('has who wrote what of why, at one go where somebody wrote on', async () =>
    assert.deepEqual(
      (await historyOf('cold'))
        .filter(({ kinds }) => kinds.includes('rationale'))
        .map(({ reviewer, differences: [change] }) => [reviewer, change?.before, change?.after]),
      [
        ['ben', 'Feel it.', 'All: Feel it.'],
        ['una', '', 'Feel it.'],
      ],
    ));
  it('of a claim that nobody marked is empty', async () => assert.deepEqual(await historyOf('none'), []));
});

describe('the stops of the time machine', () => {
  const { entries } = writing('Moon', [paragraph('The moon is far.')])
    .replace('una', 'far', 'near')
    .replace('una', 'near', 'close')
    .mark('una', 'c', 'The moon is close.');
  const soon = entries.map((entry, index) => ({
    ...entry,
    at: new Date(Date.UTC(2026, 0, 1, 0, 0, index)).toISOString(),
  }));

  it('are one for what one person typed without a pause, and one for each deed', () =>
    assert.deepEqual(stopsOf(soon), [
      { first: 1, last: 1 },
      { first: 2, last: 3 },
      { first: 4, last: 4 },
    ]));
  it('are more where there was a pause', () => assert.equal(stopsOf(entries).length, 4));
  it('are stepped through both ways, from any version', () => {
    const stops = stopsOf(soon);
    assert.deepEqual(
      [1, 2, 3, 4].map((version) => stepFrom(stops, version, 1)),
      [3, 3, 4, undefined],
    );
    assert.deepEqual(
      [1, 2, 3, 4].map((version) => stepFrom(stops, version, -1)),
      [undefined, 1, 1, 3],
    );
    assert.deepEqual(stopAt(stops, 3), { first: 2, last: 3 });
  });
});

describe('what a step did to the text', () => {
  it('is what came and what went, where it stands now', () => {
    const log = writing('Moon', [paragraph('The moon is far.')])
      .replace('una', 'far', 'near')
      .replace('una', 'The', 'Our');
    const after = replay(blankArticle(), log.entries);
    const told = textChanges(replay(blankArticle(), log.entries.slice(0, 1)), log.entries.slice(1)).map((change) =>
      change.kind === 'came'
        ? `+${after.doc.textBetween(change.from, change.to)}`
        : `-${change.words}|${after.doc.textBetween(change.at, change.at + 4)}`,
    );
    assert.deepEqual(told, ['+near', '-far|near', '+Our', '-The|Our ']);
  });
});
