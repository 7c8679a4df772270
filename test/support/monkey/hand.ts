import type { CDPSession, Page } from 'playwright-core';
import { cutLine } from '../going-offline.ts';
import type { Step } from './steps.ts';

/** Somebody at a page, with a keyboard, a mouse and a line. */
export interface Hand {
  readonly page: Page;
  readonly keyboard: CDPSession;
  readonly isEditor: boolean;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a share of the text's characters, and so many behind it, is on the screen; what is out of sight is brought into it. */
const pointsOf = (page: Page, at: number, length: number): Promise<{ start: Point; end: Point } | undefined> =>
  page.evaluate(
    ([share, more]) => {
      const text = document.querySelector('.text-editor .ProseMirror');
      if (!text) return undefined;
      const isWords = (node: Node) => !node.parentElement?.closest('.ProseMirror-widget, [contenteditable=false]');
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT, (node) =>
        isWords(node) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT,
      );
      const nodes: Node[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
      const total = nodes.reduce((sum, node) => sum + (node.nodeValue ?? '').length, 0);
      const from = Math.floor((share ?? 0) * total);
      const range = (offset: number) => {
        let rest = Math.min(offset, total - 1);
        for (const node of nodes) {
          const size = (node.nodeValue ?? '').length;
          if (rest < size) {
            const made = document.createRange();
            made.setStart(node, rest);
            made.setEnd(node, rest + 1);
            return made;
          }
          rest -= size;
        }
        return undefined;
      };
      const [first, last] = [range(from), range(from + (more ?? 0))];
      if (!first || !last) return undefined;
      first.startContainer.parentElement?.scrollIntoView({ block: 'center' });
      const point = (of: Range) => {
        const box = of.getBoundingClientRect();
        return { x: box.left + 0.5, y: box.top + box.height / 2 };
      };
      return { start: point(first), end: point(last) };
    },
    [at, length] as const,
  );

const drag = async ({ mouse }: Page, { start, end }: { start: Point; end: Point }): Promise<void> => {
  await mouse.move(start.x, start.y);
  await mouse.down();
  await mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
  await mouse.move(end.x, end.y);
  await mouse.up();
};

const select = async (page: Page, at: number, length: number, by: 'mouse' | 'shift'): Promise<boolean> => {
  const points = await pointsOf(page, at, length);
  const height = page.viewportSize()?.height ?? 0;
  if (!points || points.end.y > height - 40 || points.end.y < 90) return false;
  if (by === 'mouse') await drag(page, points);
  else {
    await page.mouse.click(points.start.x, points.start.y);
    await page.keyboard.down('Shift');
    await page.mouse.click(points.end.x, points.end.y);
    await page.keyboard.up('Shift');
  }
  return true;
};

const isEditing = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.querySelector('.ProseMirror.is-editing') !== null);

/** Steps back until the text is read and nothing lies over it. */
const reads = async (page: Page): Promise<void> => {
  for (let times = 0; times < 5; times += 1) {
    const isReading = await page.evaluate(() => {
      const isCovered = document.querySelector('dialog[open], [popover=auto]:popover-open') !== null;
      const isFilledIn = document.activeElement?.matches('input, textarea, select, .is-rationale') ?? false;
      return !isCovered && !isFilledIn && document.querySelector('.ProseMirror.is-reading') !== null;
    });
    if (isReading) return;
    await page.keyboard.press('Escape');
  }
};

const edits = async (page: Page): Promise<void> => {
  if (await isEditing(page)) {
    if (!(await page.evaluate(() => document.activeElement?.matches('.text-editor .ProseMirror'))))
      await page.locator('.text-editor .ProseMirror').focus();
    return;
  }
  await reads(page);
  await page.locator('.text-editor .ProseMirror').focus();
  await page.keyboard.press('e');
  await page
    .locator('.ProseMirror.is-editing')
    .waitFor({ timeout: 4_000 })
    .catch(() => {});
};

const WRITES = new Set(['type', 'compose', 'paste', 'tool', 'drop']);

/** Whether what is done next would be taken for something else where the focus is: typing for commands, and commands for typing. */
const isOutOfPlace = async (page: Page, step: Step): Promise<boolean> => {
  if (WRITES.has(step.does))
    return !(await page.evaluate(() => document.activeElement?.matches('.ProseMirror.is-editing')));
  if (step.does === 'key' || step.does === 'write')
    return !(await page.evaluate(
      () => !document.activeElement?.matches('input, textarea, select, .is-editing, .is-rationale'),
    ));
  return false;
};

const compose = async ({ keyboard }: Hand, { stages, ends }: Extract<Step, { does: 'compose' }>): Promise<void> => {
  const shows = (text: string) =>
    keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  for (const stage of stages.slice(0, -1)) {
    await shows(stage);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  if (ends === 'commit') await keyboard.send('Input.insertText', { text: stages.at(-1) ?? '' });
  else if (ends === 'cancel') await shows('');
};

const paste = (page: Page, { html, plain }: Extract<Step, { does: 'paste' }>): Promise<void> =>
  page.evaluate(
    ([rich, words]) => {
      const clipboardData = new DataTransfer();
      if (rich !== undefined) clipboardData.setData('text/html', rich);
      clipboardData.setData('text/plain', words ?? '');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    [html, plain] as const,
  );

const write = async (page: Page, { key, text }: Extract<Step, { does: 'write' }>): Promise<void> => {
  await page.keyboard.press(key);
  const field = page.locator('textarea:focus');
  if (
    !(await field.waitFor({ timeout: 1_500 }).then(
      () => true,
      () => false,
    ))
  )
    return;
  await page.keyboard.press('End');
  await page.keyboard.type(text);
  await page.keyboard.press('Control+Enter');
};

const isOffline = new WeakSet<Page>();

/** Does a step at a page. */
export const does = async (hand: Hand, step: Step): Promise<void> => {
  const { page, isEditor } = hand;
  if (await isOutOfPlace(page, step)) return;
  switch (step.does) {
    case 'click':
    case 'doubleClick':
    case 'tripleClick': {
      const points = await pointsOf(page, step.at, 0);
      const clickCount = { click: 1, doubleClick: 2, tripleClick: 3 }[step.does];
      if (points) await page.mouse.click(points.start.x, points.start.y, { clickCount });
      return;
    }
    case 'select':
      await select(page, step.at, step.length, step.by);
      return;
    case 'drop': {
      if (!(await select(page, step.at, step.length, 'shift'))) return;
      const [from, to] = [await pointsOf(page, step.at, 1), await pointsOf(page, step.to, 0)];
      const again = await pointsOf(page, step.at, 1);
      if (from && to && again && to.start.y > 90)
        await drag(page, { start: { x: again.start.x + 1, y: again.start.y }, end: to.start });
      return;
    }
    case 'type':
      return page.keyboard.type(step.text, { delay: step.pause });
    case 'press':
      for (let times = 0; times < step.times; times += 1) await page.keyboard.press(step.keys);
      return;
    case 'compose':
      return compose(hand, step);
    case 'paste':
      return paste(page, step);
    case 'key':
      return page.keyboard.press(step.key);
    case 'write':
      return write(page, step);
    case 'tool': {
      const tool = page.locator(`.text-tools .tool-${step.name}`);
      if (await tool.isVisible()) await tool.click();
      return;
    }
    case 'offline':
      isOffline.add(page);
      return cutLine(page);
    case 'online':
      isOffline.delete(page);
      return page.context().setOffline(false);
    case 'reload':
      if (isOffline.has(page)) return;
      await page.reload();
      return page.locator('.text-editor .ProseMirror').waitFor();
    case 'edit':
      return isEditor ? edits(page) : undefined;
    case 'read':
      return reads(page);
    case 'wait':
      return page.waitForTimeout(step.ms);
  }
};

/** Ends what was begun: what is composed is taken as it is, the line is there again. */
export const rests = async ({ page }: Hand): Promise<void> => {
  await page.mouse.up();
  isOffline.delete(page);
  await page.context().setOffline(false);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await reads(page);
};
