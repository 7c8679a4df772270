import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { articleFromJson, articleToJson, blankArticle, GENESIS } from '../../shared/article.ts';
import { canonicalJson } from '../../shared/canonical.ts';
import {
  type Entry,
  firstBroken,
  parseEntry,
  replay,
  replayEntry,
  seal,
  sealedJson,
  type Unsealed,
} from '../../shared/log.ts';
import { parsePart } from '../../shared/operations/index.ts';
import { toJson } from '../../shared/protocol.ts';
import { docOf, insert, marksOf } from '../support/notation.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

const entry = (version: number, previous: string, parts: readonly unknown[]): Entry => {
  const unsealed: Unsealed = {
    version,
    opId: `op${version}`,
    reviewer: 'A',
    at: '2026-01-01T00:00:00.000Z',
    parts: parts.map((part) => parsePart(part, 'part')),
    dropped: [],
    previous,
  };
  return seal(unsealed, digest);
};

const someLog = (): readonly Entry[] => {
  const doc = docOf('Almost 80 percent of targets.');
  const first = entry(1, GENESIS, [{ kind: 'article.create', doc: doc.toJSON() }]);
  const second = entry(2, first.hash, JSON.parse(canonicalJson(marksOf(doc, [{ id: 'c', from: 0, to: 17 }]))));
  const text = { kind: 'text', target: 'body', steps: insert(7, 'about ')(doc).map((step) => step.toJSON()) };
  return [first, second, entry(3, second.hash, [text])];
};

describe('a log', () => {
  it('replays to one state, from the start or from any snapshot (T3)', () => {
    const log = someLog();
    const whole = replay(blankArticle(), log);
    for (let cut = 0; cut <= log.length; cut += 1) {
      const snapshot = articleFromJson(
        JSON.parse(canonicalJson(articleToJson(replay(blankArticle(), log.slice(0, cut))))),
      );
      assert.equal(canonicalJson(articleToJson(replay(snapshot, log.slice(cut)))), canonicalJson(articleToJson(whole)));
    }
  });

  it('reads back as it was written', () => {
    for (const each of someLog()) assert.equal(canonicalJson(parseEntry(toJson(each), 'entry')), canonicalJson(each));
  });

  it('holds as it was sealed (T9)', () => {
    assert.equal(firstBroken(someLog(), digest), undefined);
  });

  it('names the entry in which anything was changed (T9)', () => {
    const log = someLog();
    const changes: readonly ((each: Entry) => Entry)[] = [
      (each) => ({ ...each, reviewer: 'B' }),
      (each) => ({ ...each, at: '2026-01-01T00:00:00.001Z' }),
      (each) => ({ ...each, opId: `${each.opId}x` }),
      (each) => ({ ...each, parts: [] }),
      (each) => ({ ...each, dropped: [{ part: 0, reason: 'locked' }] }),
    ];
    for (const [index] of log.entries()) {
      for (const change of changes) {
        const tampered = log.map((each, at) => (at === index ? change(each) : each));
        assert.equal(firstBroken(tampered, digest)?.version, index + 1);
      }
    }
  });

  it('is written as the canonical JSON of its sealed entries', () => {
    for (const entry of someLog()) {
      const { hash: _, ...unsealed } = entry;
      assert.equal(sealedJson(unsealed, digest), canonicalJson(entry));
    }
  });

  it('names the place where an entry is missing, or sealed anew on its own (T9)', () => {
    const [first, second, third] = someLog() as [Entry, Entry, Entry];
    assert.equal(firstBroken([first, third], digest)?.version, 2);
    const { hash: _, ...body } = second;
    assert.equal(firstBroken([first, seal({ ...body, reviewer: 'B' }, digest), third], digest)?.version, 3);
  });

  it('does not replay with an entry that does not fit: that is a broken log, not ordinary life', () => {
    const [first, second, third] = someLog() as [Entry, Entry, Entry];
    const article = replayEntry(blankArticle(), first).article;
    assert.throws(() => replayEntry(article, third), /entry 3 cannot follow version 1/);
    const once = replayEntry(article, second).article;
    assert.throws(() => replayEntry(once, { ...second, version: 3 }), /entry 3 does not replay: part 0/);
  });
});
