import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../server/digest.ts';
import { Room } from '../../server/room.ts';
import { type Sample, sampleOperations } from '../../server/sample.ts';
import { memoryLogStore } from '../../server/storage/memory-log-store.ts';
import type { Article } from '../../shared/article.ts';
import { canonicalJson } from '../../shared/canonical.ts';
import { correctionState } from '../../shared/correction.ts';
import { type Standing, standings } from '../../shared/export/standing.ts';
import { parseOperation } from '../../shared/operation.ts';
import { outcomeOf } from '../../shared/outcome.ts';
import { isFault } from '../../shared/protocol.ts';
import { plainText } from '../../shared/text.ts';

const seed = join(import.meta.dirname, '../../../shared/seeds/article.txt');

const numbered = (): (() => string) => {
  let last = 0;
  return () => {
    last += 1;
    return `sample-${last}`;
  };
};

/** The sample as a room has it after all was done in it as by an editor. */
const inARoom = async ({ create, operations }: Sample): Promise<Article> => {
  const editor = { id: 'una', role: 'editor' } as const;
  const parts = {
    ...{ store: memoryLogStore(), digest: sha256, clock: { now: () => '2026-03-01T09:00:00.000Z' } },
    report: (error: unknown) => assert.fail(String(error)),
  };
  const room = await Room.create(parts, 'sample', editor, create);
  if (!(room instanceof Room)) throw new Error(JSON.stringify(room));
  for (const operation of operations) {
    const answer = await room.perform(editor, operation);
    assert.ok(!isFault(answer), canonicalJson(answer));
    assert.deepEqual(answer.dropped, [], canonicalJson(operation));
  }
  await room.close();
  return room.article;
};

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const rows = (text: string, length: number): ReadonlySet<string> => {
  const words = wordsIn(text);
  return new Set(words.map((_, at) => words.slice(at, at + length).join(' ')).slice(0, words.length - length + 1));
};

describe('the sample article', () => {
  let article: Article;
  let standing: readonly Standing[];
  before(async () => {
    article = await inARoom(sampleOperations(numbered()));
    standing = standings(article);
  });

  it('has every claim on exactly its words', () => {
    assert.deepEqual(
      standing.map(({ state, at }) => [state, at?.words]),
      standing.map(({ claim }) => ['exact', claim.quote.exact]),
    );
  });

  it('has seven claims, each with a statement and a kind', () => {
    assert.equal(standing.length, 7);
    for (const { claim } of standing) assert.ok(claim.statement !== '' && claim.kind !== '', claim.quote.exact);
  });

  it('has the share of targets as a claim inside the claim that Power spoke of it', () => {
    const power = standing.find(({ claim }) => claim.kind === 'quotation' && claim.quote.exact.startsWith('Reuters'));
    const share = standing.find(({ claim }) => claim.quote.exact.startsWith('almost 80 percent'));
    assert.ok(power!.at!.start < share!.at!.start && share!.at!.end < power!.at!.end);
    assert.deepEqual(
      share!.claim.attribution.map(({ name, kind }) => [name, kind]),
      [
        ['Samantha Power', 'person'],
        ['Reuters', 'organization'],
        ['data of the Russian Defence Ministry', 'dataset'],
      ],
    );
  });

  it('has three sources, all three stances, and four verdicts that hold, one of them without a number', () => {
    assert.equal(article.sources.size, 3);
    assert.deepEqual(new Set([...article.evidence.values()].map(({ stance }) => stance)).size, 3);
    const outcomes = standing.flatMap(({ claim }) => outcomeOf(article, claim.id) ?? []);
    assert.deepEqual(outcomes.map(({ rating }) => rating.id).sort(), ['mixed', 'mostly-true', 'true', 'unproven']);
    for (const { stale, verdict } of outcomes) assert.ok(!stale && verdict.rationale !== '' && verdict.shared);
  });

  it('has two threads, on words and on a claim, and a correction that can be accepted', () => {
    const [onWords, onClaim] = [...article.threads.values()];
    assert.deepEqual([onWords?.quote !== undefined, onClaim?.claim !== undefined], [true, true]);
    const [correction] = [...article.corrections.values()];
    assert.equal(correction && correctionState(article, correction), 'suggested');
  });

  it('links to front pages only, since no deeper address was looked up', () => {
    for (const { url } of article.sources.values())
      assert.match(url, /^https:\/\/www\.[a-z]+\.(com|org)\/([a-z]+\/)?$/);
  });

  it('has a headline, a caption, a credit and some 400 words', () => {
    const names = article.doc.children.map((node) => node.type.name);
    assert.deepEqual([names[0], names[2], names.at(-1)], ['title', 'figure', 'credit']);
    const count = plainText(article.doc).text.split(/\s+/).length;
    assert.ok(count >= 350 && count <= 420, `${count} words`);
  });

  it('is made of operations that can go over the wire, with ids of its own each time', () => {
    const newId = numbered();
    const [one, two] = [sampleOperations(newId), sampleOperations(newId)];
    for (const operation of one.operations) {
      const read = parseOperation(JSON.parse(canonicalJson(operation)), '');
      assert.equal(canonicalJson(read), canonicalJson(operation));
    }
    const ids = [...one.operations, ...two.operations].map(({ opId }) => opId);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('shares no six words in a row with the report of the same events', function () {
    if (!existsSync(seed)) {
      console.log(`      SKIPPED: ${seed} is not there`);
      return this.skip();
    }
    const report = rows(readFileSync(seed, 'utf8'), 6);
    const own = [...rows(plainText(article.doc).text, 6)];
    assert.deepEqual(
      own.filter((row) => report.has(row)),
      [],
    );
  });
});
