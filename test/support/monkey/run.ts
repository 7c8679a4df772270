import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { sha256 } from '../../../server/digest.ts';
import { type Article, anchorOf, blankArticle, quoteOf, wordsOf } from '../../../shared/article.ts';
import { canonicalJson } from '../../../shared/canonical.ts';
import { textCoverage } from '../../../shared/coverage.ts';
import { type Entry, firstBroken, parseEntry, replay } from '../../../shared/log.ts';
import { collapsed } from '../../../shared/text.ts';
import { wordCount } from '../../../shared/word-count.ts';
import { eventually } from '../desk-in-browsers.ts';
import { does, type Hand, rests } from './hand.ts';
import { expectedOf, seenOn } from './seen.ts';
import { type Burst, OTHERS, type Step, stepsFor } from './steps.ts';

/** The article as the server has it: what its sealed log replays to (T3, T9). */
const ofServer = async (page: Page, address: string, id: string): Promise<Article> => {
  const entries: Entry[] = [];
  for (let more = true; more; ) {
    const after = entries.at(-1)?.version ?? 0;
    const answer = await page.request.get(`${address}/api/articles/${id}/log?after=${after}`);
    assert.equal(answer.status(), 200);
    const { entries: some, version } = await answer.json();
    entries.push(...some.map((each: unknown) => parseEntry(each, 'entry')));
    more = (entries.at(-1)?.version ?? version) < version;
  }
  assert.equal(firstBroken(entries, sha256), undefined);
  return replay(blankArticle(), entries);
};

/** The blocks of a text as JSON, one each. */
const blocksOf = (doc: unknown): readonly string[] =>
  (doc as { readonly content: readonly unknown[] }).content.map((block) => canonicalJson(block));

/** What an article says of itself: claims stand on the words that they say (T4), and every word is counted once. */
const holds = (article: Article): void => {
  for (const id of article.claims.keys()) {
    const { state } = anchorOf(article, id);
    if (state === 'exact' || state === 'moved')
      assert.equal(collapsed(wordsOf(article, id)), collapsed(quoteOf(article, id).exact), `T4: ${id} says ${state}`);
  }
  const { words } = textCoverage(article);
  assert.equal(words.claim + words.aside + words.open, wordCount(article.doc), 'coverage adds up to all words');
};

/** Waits until all pages say that everything is saved, and show the article that the server has. */
const settles = async (hands: readonly Hand[], address: string, id: string): Promise<Article> => {
  for (const hand of hands) await rests(hand);
  let article: Article | undefined;
  await eventually(async () => {
    for (const [who, { page }] of hands.entries())
      assert.equal((await seenOn(page)).save, 'save-state saved', `page ${who}`);
    article = await ofServer((hands[0] as Hand).page, address, id);
    const expected = { shown: expectedOf(article), blocks: blocksOf(article.doc.toJSON()) };
    for (const [who, { page }] of hands.entries()) {
      const { shown, doc } = await seenOn(page);
      assert.deepEqual(blocksOf(doc), expected.blocks, `page ${who} has another text than the server (T3)`);
      assert.deepEqual(shown, expected.shown, `page ${who} shows something else than its text`);
    }
  }, 15_000);
  assert.ok(article);
  holds(article);
  return article;
};

/** What is done, and what of it is left out. */
export interface Run {
  readonly seed: number;
  readonly size: number;
  /** Numbers of the only steps that are done, counted through all of them. */
  readonly only?: ReadonlySet<number>;
}

const plannedFor = ({ seed, size, only }: Run): readonly Burst[] => {
  let count = 0;
  return stepsFor(seed, size).map(({ takenBack, steps }) => ({
    ...(takenBack && { takenBack }),
    steps: steps.map((list) =>
      list.filter(() => {
        count += 1;
        return !only || only.has(count - 1);
      }),
    ),
  }));
};

/** Does one step after another; with `TELL=1` it says which. */
const doesAll = async (hand: Hand, steps: readonly Step[]): Promise<void> => {
  for (const step of steps) {
    if (process.env.TELL) console.log(Date.now() % 1e6, hand.isEditor, JSON.stringify(step));
    await does(hand, step);
  }
};

/** Waits for all, also where one of them fails: nobody goes on when the next article is open. */
const together = async (all: readonly Promise<void>[]): Promise<void> => {
  for (const each of await Promise.allSettled(all)) if (each.status === 'rejected') throw each.reason;
};

/** Done at the end, so that there is nothing to do again of what was taken back on the way. */
const SOMETHING_ELSE: readonly Step[] = [
  { does: 'edit' },
  { does: 'click', at: 0.5 },
  { does: 'type', text: 'z', pause: 0 },
];

/** Presses a key until the text and the claims stay as they are. */
const presses = async ({ page }: Hand, keys: string): Promise<void> => {
  for (let [before, same] = ['', 0]; same < 3; ) {
    for (let times = 0; times < 4; times += 1) await page.keyboard.press(keys);
    const { doc, shown } = await seenOn(page);
    const now = JSON.stringify([doc, shown]);
    same = now === before ? same + 1 : 0;
    before = now;
  }
};

/** The words without what the other typed, and without where paragraphs end: one that the other typed into is left by undo. */
const without = ({ doc }: Article): string => doc.textContent.replace(OTHERS, '');

/** What somebody did goes away again with undo, and none of what another did; alone, no claim has lost its words (T5). Redo brings it back. */
const takesBack = async (
  hands: readonly Hand[],
  [own = [], others = []]: Burst['steps'],
  address: string,
  id: string,
): Promise<void> => {
  const [hand, other] = hands as readonly [Hand, Hand];
  const sameAs = (is: Article, was: Article, why: string): void => {
    if (others.length > 0) assert.equal(without(is), without(was), why);
    else assert.deepEqual(blocksOf(is.doc.toJSON()), blocksOf(was.doc.toJSON()), why);
  };
  await does(hand, { does: 'reload' });
  const before = await settles(hands, address, id);
  await together([doesAll(hand, [...own, ...SOMETHING_ELSE]), doesAll(other, others)]);
  const done = await settles(hands, address, id);
  await hand.page.locator('.text-editor .ProseMirror').focus();
  await presses(hand, 'Control+z');
  const back = await settles(hands, address, id);
  sameAs(back, before, 'undo brings the text of before');
  for (const claim of others.length > 0 ? [] : before.claims.keys())
    if (anchorOf(before, claim).state !== 'orphaned')
      assert.notEqual(anchorOf(back, claim).state, 'orphaned', `T5: ${claim} lost its words to undo`);
  await hand.page.locator('.text-editor .ProseMirror').focus();
  await presses(hand, 'Control+Shift+Z');
  sameAs(await settles(hands, address, id), done, 'redo brings what was done');
};

/** Has three people do at an article what a seed says. */
export const runMonkey = async (run: Run, hands: readonly Hand[], address: string, id: string): Promise<void> => {
  await settles(hands, address, id);
  for (const { takenBack, steps } of plannedFor(run)) {
    if (takenBack) await takesBack(hands, steps, address, id);
    else {
      await together(hands.map((hand, who) => doesAll(hand, steps[who] ?? [])));
      await settles(hands, address, id);
    }
  }
};
