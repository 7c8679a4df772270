import assert from 'node:assert/strict';
import { eventually } from '../support/desk-in-browsers.ts';
import { type Served, startServer } from '../support/server.ts';
import { type Driven, driversHere, KEY, openDriven, type Point } from '../support/web-driver.ts';

const TEXT =
  'Strikes on the map\n\nThe analysis found that almost 80 percent of the targets were elsewhere.\n\nNobody replied.';

/** Where some words of the text are drawn: the middles of their first and last line. */
const WORDS = `
  const block = [...document.querySelectorAll('.text-column .ProseMirror > *')].find((each) => each.textContent.includes(arguments[0]));
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes = [];
  for (let at = 0; walker.nextNode(); at += walker.currentNode.length) nodes.push([walker.currentNode, at]);
  const at = block.textContent.indexOf(arguments[0]);
  const place = (offset) => nodes.findLast(([, start]) => start <= offset);
  const range = document.createRange();
  const [first, start] = place(at);
  const [last, begin] = place(at + arguments[0].length);
  range.setStart(first, at - start);
  range.setEnd(last, at + arguments[0].length - begin);
  const lines = [...range.getClientRects()];
  const [one] = lines;
  const other = lines.at(-1);
  return [{ x: one.left + 1, y: one.top + one.height / 2 }, { x: other.right - 1, y: other.top + other.height / 2 }];`;

const names = driversHere();
if (names.length === 0)
  console.warn(
    '\n  NO OTHER BROWSER: there is no safaridriver, WebKitWebDriver or geckodriver on the PATH of this machine.\n',
  );

for (const name of names)
  describe(`the main job in another browser (${name})`, () => {
    let served: Served;
    let page: Driven;

    const says = (script: string, ...given: readonly unknown[]): Promise<unknown> =>
      page.run(`return ${script}`, ...given);
    const until = (script: string): Promise<void> =>
      eventually(async () => assert.ok(await says(script), script), 15_000);
    const post = (path: string, body: object): Promise<unknown> =>
      page.run(
        `return fetch(arguments[0], { method: 'POST', headers: { 'content-type': 'application/json' }, body: arguments[1] })
          .then((answer) => answer.json())`,
        path,
        JSON.stringify(body),
      );
    const wordsAt = async (words: string): Promise<readonly [Point, Point]> =>
      (await page.run(WORDS, words)) as readonly [Point, Point];

    before(async () => {
      served = await startServer();
      page = await openDriven(name);
      console.log(`    ${page.browser}`);
      await page.goTo(`${served.address}/`);
      await post('/api/setup', {
        secret: served.setupLink.split('/').at(-1),
        name: 'Ann Kim',
        email: 'ann@desk.example',
      });
      const { id } = (await post('/api/articles', { text: TEXT })) as { readonly id: string };
      await page.goTo(`${served.address}/articles/${id}`);
      await page.run(`
        window.faults = [];
        addEventListener('error', ({ message }) => faults.push(message));
        addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason)));
        addEventListener('securitypolicyviolation', ({ violatedDirective }) => faults.push(violatedDirective));`);
      await until(`document.querySelectorAll('.text-column .ProseMirror p').length === 2`);
    });

    afterEach(async () => assert.deepEqual(await says('faults'), []));

    after(async () => {
      await page?.close();
      await served?.stop();
    });

    it('marks the words selected with the mouse, and draws a line of the look’s weight under them', async () => {
      const [from, to] = await wordsAt('almost 80 percent of the targets');
      await page.drag(from, to);
      await until(`String(getSelection()) === 'almost 80 percent of the targets'`);
      await page.press('c');
      await until(`document.querySelector('.card.is-selected')`);
      const [line, weight] = (await page.run(`
        const style = getComputedStyle(document.querySelector('.text-column .claim'));
        return [style.textDecorationLine, style.textDecorationThickness];`)) as readonly [string, string];
      assert.equal(line, 'underline');
      assert.match(weight, /^[\d.]+px$/);
    });

    it('leaves the numbers in the gutter, where a browser that clips paragraphs to themselves would lose them', async () =>
      assert.equal(
        await page.run(`
          const style = getComputedStyle(document.querySelector('.text-column .numbered'));
          return !style.contain.includes('paint') || CSS.supports('overflow-clip-margin', '60px');`),
        true,
      ));

    it('gives a verdict by its key, with a message as high as its words, and takes what is typed for why', async () => {
      await page.run('document.activeElement.blur()');
      await page.press('4');
      await until(`document.querySelector('.toast')`);
      assert.ok(Number(await says(`document.querySelector('.toast').offsetHeight`)) < 100);
      await until(`document.activeElement.matches('.card .ProseMirror')`);
      await page.press(...'So it is.');
      await until(`document.querySelector('.card .ProseMirror').textContent === 'So it is.'`);
    });

    it('types within the words of the claim, which says so at once', async () => {
      await page.press(KEY.escape);
      await page.run('document.activeElement.blur()');
      await page.press('e');
      await until(`document.querySelector('.text-column.is-editing')`);
      const [at] = await wordsAt('0 percent');
      await page.drag(at, at);
      await until(`document.activeElement.matches('.text-column .ProseMirror')`);
      await page.press(KEY.backspace, '1');
      await until(`/almost 10 percent/.test(document.querySelector('.text-column').textContent)`);
      await until(`document.querySelector('.card').textContent.includes('Check again')`);
      await page.press(...' and more', KEY.end, ...' So.');
      await until(`/almost 1 and more0 percent.* So\\./.test(document.querySelector('.text-column').textContent)`);
      await until(`document.body.textContent.includes('All changes saved')`);
    });
  });
