import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../server/digest.ts';
import { Room } from '../../server/room.ts';
import { type Sample, sampleOperations } from '../../server/sample.ts';
import { SAMPLERS } from '../../server/sample-work.ts';
import { memoryLogStore } from '../../server/storage/memory-log-store.ts';
import type { Article } from '../../shared/article.ts';
import { canonicalJson } from '../../shared/canonical.ts';
import { correctionState } from '../../shared/correction.ts';
import { type Standing, standings } from '../../shared/export/standing.ts';
import { parseOperation } from '../../shared/operation.ts';
import { outcomeOf } from '../../shared/outcome.ts';
import { isFault } from '../../shared/protocol.ts';
import { occurrencesOf, partsOf } from '../../shared/relations.ts';
import { plainText } from '../../shared/text.ts';
import { workOf } from '../../shared/work-now.ts';

const seed = join(import.meta.dirname, '../../../shared/seeds/article.txt');

const numbered = (): (() => string) => {
  let last = 0;
  return () => {
    last += 1;
    return `sample-${last}`;
  };
};

/** The sample as a room has it after its people did all that they do in it. */
const inARoom = async ({ create, deeds }: Sample): Promise<Article> => {
  const editor = { id: 'una', role: 'editor' } as const;
  const parts = {
    ...{ store: memoryLogStore(), digest: sha256, clock: { now: () => '2026-03-01T09:00:00.000Z' } },
    report: (error: unknown) => assert.fail(String(error)),
  };
  const room = await Room.create(parts, 'sample', editor, create);
  if (!(room instanceof Room)) throw new Error(JSON.stringify(room));
  for (const { by, operation } of deeds) {
    const answer = await room.perform(SAMPLERS[by], operation);
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

  it('has ten claims, each with a statement and a kind, one of them in two parts and one said twice', () => {
    assert.equal(standing.length, 10);
    for (const { claim } of standing) assert.ok(claim.statement !== '' && claim.kind !== '', claim.quote.exact);
    const ties = standing.map(({ claim: { id } }) => [
      partsOf(article.claims, id).length,
      occurrencesOf(article.claims, id).length,
    ]);
    assert.deepEqual(ties.filter(([parts, again]) => parts || again).sort(), [
      [0, 1],
      [2, 0],
    ]);
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

  it('has five sources, all three stances, and outcomes that hold, two of them decided by the lead', () => {
    assert.equal(article.sources.size, 5);
    assert.deepEqual(new Set([...article.evidence.values()].map(({ stance }) => stance)).size, 3);
    const own = standing.filter(({ claim }) => claim.sameAs === '');
    const outcomes = own.flatMap(({ claim }) => outcomeOf(article, claim.id) ?? []);
    assert.deepEqual(outcomes.map(({ rating }) => rating.id).sort(), [
      'mixed',
      'mostly-false',
      'mostly-true',
      'mostly-true',
      'true',
      'true',
      'unproven',
    ]);
    for (const { stale, verdict } of outcomes) assert.ok(!stale && verdict.rationale !== '');
    assert.deepEqual(
      outcomes
        .filter(({ by }) => by === 'decision')
        .map(({ rating }) => rating.id)
        .sort(),
      ['mixed', 'unproven'],
    );
  });

  it('has work in every state that one check before signing knows, and a reopened claim with its reason', () => {
    const states = standing.map(({ claim }) => workOf(article, claim.id).state);
    assert.deepEqual([...new Set(states)].sort(), ['first', 'open', 'ready', 'reopened', 'signed', 'working']);
    const reopened = standing.find(({ claim }) => workOf(article, claim.id).state === 'reopened');
    assert.ok(workOf(article, reopened!.claim.id).step?.reason);
  });

  it('has sentences set aside, each of them whole', () => {
    assert.equal(article.asides.size, 4);
    for (const { quote } of article.asides.values()) assert.match(quote.exact, /^\p{Lu}.*\.$/u);
  });

  it('has three threads, on words and on a claim, one of them settled, and a correction that can be accepted', () => {
    const [onWords, onClaim] = [...article.threads.values()];
    assert.deepEqual([onWords?.quote !== undefined, onClaim?.claim !== undefined], [true, true]);
    assert.deepEqual(
      [...article.threads.values()].map(({ resolved }) => resolved !== undefined),
      [false, false, true],
    );
    const [correction] = [...article.corrections.values()];
    assert.equal(correction && correctionState(article, correction), 'suggested');
  });

  it('links to front pages only, since no deeper address was looked up', () => {
    for (const { url } of article.sources.values())
      assert.match(url, /^https?:\/\/(www|en)\.[a-z]+\.(com|org|ru)\/([a-z]+\/)?$/);
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
    for (const { operation } of one.deeds) {
      const read = parseOperation(JSON.parse(canonicalJson(operation)), '');
      assert.equal(canonicalJson(read), canonicalJson(operation));
    }
    const ids = [...one.deeds, ...two.deeds].map(({ operation }) => operation.opId);
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
