import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { type Desk, type Made, perform } from './article.ts';

/** Where a scene is played. */
export interface Stage {
  readonly page: Page;
  readonly desk: Desk;
  readonly article: Made;
  readonly paragraphs: number;
  /** How many keys, or turns of the wheel. */
  readonly times: number;
}

/** Something a person does on the page, and what one figure of it counts. */
export interface Scene {
  readonly name: string;
  readonly by: 'key' | 'frame';
  readonly prepare: (stage: Stage) => Promise<void>;
  readonly play: (stage: Stage) => Promise<void>;
}

const WORDS = 'and light crosses it ';
/** Milliseconds between two keys: a very fast typist, of about 100 words a minute. */
const PACE = 110;

/** The caret in the words of the paragraph in the middle, by a click, the text being edited. */
const caretInTheMiddle = async ({ page, paragraphs }: Stage): Promise<void> => {
  if ((await page.locator('.text-column.is-editing').count()) === 0)
    await page.getByRole('button', { name: 'Edit text' }).click();
  await sleep(400);
  await clickInto(page, page.locator(`.ProseMirror [data-number="${Math.floor(paragraphs / 2)}"]`));
};

/** The caret in the words of a paragraph that can be edited, by a click. */
export const clickInto = async (page: Page, paragraph: Locator): Promise<void> => {
  await paragraph.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await sleep(400);
  const box = await paragraph.boundingBox();
  if (!box) throw new Error('the paragraph in the middle is not on screen');
  await page.mouse.click(box.x + 200, box.y + 14);
  await sleep(600);
  const isThere = await paragraph.evaluate(
    (element) => element.contains(getSelection()?.anchorNode ?? null) && document.activeElement?.contains(element),
  );
  if (!isThere) throw new Error('the caret is not in the paragraph in the middle');
};

const stopEditing = async ({ page }: Stage): Promise<void> => {
  if (await page.locator('.text-column.is-editing').count()) await page.keyboard.press('Escape');
  await sleep(300);
};

/** Types where the caret is. */
export const type = async ({ page, times }: Pick<Stage, 'page' | 'times'>): Promise<void> => {
  for (let key = 0; key < times; key += 1) {
    await page.keyboard.press(WORDS[key % WORDS.length] === ' ' ? 'Space' : (WORDS[key % WORDS.length] ?? 'a'));
    await sleep(PACE);
  }
};

/** Another person types in a paragraph above, eight keys a second, until told to stop. */
const anotherTypes = ({ desk, article, paragraphs }: Stage) => {
  let goes = true;
  let count = 0;
  const at = (article.paragraphs[Math.floor(paragraphs / 4)]?.at ?? 1) + 30;
  const typing = async (): Promise<void> => {
    const base = article.version;
    while (goes) {
      const slice = { content: [{ type: 'text', text: 'x' }] };
      await perform(desk, article.id, base, [
        { kind: 'text', target: 'body', steps: [{ stepType: 'replace', from: at, to: at, slice }] },
      ]);
      count += 1;
      await sleep(125);
    }
  };
  const done = typing();
  return {
    stop: async (): Promise<number> => {
      goes = false;
      await done;
      return count;
    },
  };
};

const wheel = async ({ page, times }: Stage, over: string): Promise<void> => {
  const box = await page.locator(over).boundingBox();
  if (!box) throw new Error(`${over} is not on screen`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let turn = 0; turn < times; turn += 1) {
    await page.mouse.wheel(0, turn < times / 2 ? 320 : -200);
    await sleep(40);
  }
};

/** What is measured, in order. */
export const SCENES: readonly Scene[] = [
  { name: 'typing', by: 'key', prepare: caretInTheMiddle, play: type },
  {
    name: 'typing, another too',
    by: 'key',
    prepare: caretInTheMiddle,
    play: async (stage) => {
      const another = anotherTypes(stage);
      await type(stage);
      await another.stop();
    },
  },
  { name: 'scrolling the text', by: 'frame', prepare: stopEditing, play: (stage) => wheel(stage, '.text-column') },
  { name: 'scrolling the cards', by: 'frame', prepare: stopEditing, play: (stage) => wheel(stage, '.side-panel') },
  {
    name: 'walking with J',
    by: 'key',
    prepare: stopEditing,
    play: async ({ page, times }) => {
      for (let key = 0; key < times; key += 1) {
        await page.keyboard.press('j');
        await sleep(PACE);
      }
    },
  },
];
