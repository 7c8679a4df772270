import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { COLOURS } from '../../server/accounts/colours.ts';
import { openBrowser } from '../support/browser.ts';
import { openPage, setUp } from '../support/desk-in-browsers.ts';
import type { Served } from '../support/server.ts';
import { serveHere } from '../support/server-here.ts';

const OUTER = 'the old bridge carried almost 8,000 cars a day until May';
const MIDDLE = 'carried almost 8,000 cars a day';
const INNER = 'almost 8,000';

const LOOKS = [
  ...['true', 'mostly-true', 'mixed', 'mostly-false', 'false', 'absurd'],
  ...['unproven', 'undecided', 'open', 'uncheckable'],
] as const;

/**
 * Measures every line and every word of the claims that stand, in each look, on all that is drawn under them, as the browser lays it
 * one over the other: the paper, the washes of what is open, pointed at and selected by others, the dots of a thread (WCAG 2.2 §1.4.3
 * and §1.4.11).
 */
const tooDim = (page: Page): Promise<{ readonly measured: number; readonly dim: readonly string[] }> =>
  page.evaluate(
    ({ looks, peers }) => {
      const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      if (!brush) throw new Error('there is no canvas');
      const laid = (colours: readonly string[]): readonly number[] => {
        for (const colour of colours) {
          brush.fillStyle = colour;
          brush.fillRect(0, 0, 1, 1);
        }
        return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
      };
      const luminance = (colour: readonly number[]): number => {
        const [red = 0, green = 0, blue = 0] = colour.map((each) => {
          const value = each / 255;
          return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const contrast = (colour: string, ground: readonly string[]): number => {
        const [dim = 0, bright = 0] = [luminance(laid([...ground, colour])), luminance(laid(ground))].sort(
          (a, b) => a - b,
        );
        return (bright + 0.05) / (dim + 0.05);
      };
      /** What lies under an element, the lowest first. */
      const ground = (element: Element | null): readonly string[] =>
        element ? [...ground(element.parentElement), getComputedStyle(element).backgroundColor] : [];
      const dots = (element: Element): readonly string[] => {
        const image = getComputedStyle(element.closest('.thread-words') ?? element).backgroundImage;
        return [/radial-gradient\(circle, (.+?) 0\.8px/.exec(image)?.[1] ?? []].flat();
      };

      const dim: string[] = [];
      let measured = 0;
      const holds = (what: string, ratio: number, least: number): void => {
        measured += 1;
        if (ratio < least) dim.push(`${what}: ${ratio.toFixed(2)}`);
      };
      const text = document.querySelector('.text-column');
      const claims = [...document.querySelectorAll<HTMLElement>('.ProseMirror .claim')];
      if (!text || claims.length === 0) throw new Error('there is no claim');
      for (const isEdited of [false, true])
        for (const look of looks)
          for (const peer of [undefined, ...peers]) {
            // All of it in one go: what the editor draws is put back before it looks.
            text.classList.toggle('is-editing', isEdited);
            const before = claims.map((claim) => claim.className);
            for (const claim of claims) {
              claim.className = claim.className.replace(/look-[\w-]+/, `look-${look}`);
              if (!peer || claim.querySelector('.claim')) continue;
              claim.classList.add('peer-selection');
              claim.style.setProperty('--peer', peer);
            }
            for (const claim of claims) {
              const { color, textDecorationColor: line } = getComputedStyle(claim);
              const [under, beside] = [ground(claim), ground(claim.parentElement)];
              const where = `${look} ${claim.textContent}${isEdited ? ', edited' : ''}${peer ? `, under ${peer}` : ''}`;
              holds(`words of ${where}`, contrast(color, [...under, ...dots(claim)]), 4.5);
              holds(`line of ${where}`, contrast(line, under), 3);
              holds(`line beside ${where}`, contrast(line, beside), 3);
            }
            claims.forEach((claim, index) => {
              claim.className = before[index] ?? '';
              claim.style.removeProperty('--peer');
            });
          }
      text.classList.remove('is-editing');
      return { measured, dim };
    },
    { looks: LOOKS, peers: [COLOURS[0], COLOURS[1], COLOURS[3], COLOURS[5]] },
  );

describe('claims that lie over each other, drawn in a browser', function () {
  this.timeout(60_000);
  let served: Served;
  let browser: Browser;
  let page: Page;

  before(async () => {
    served = await serveHere();
    browser = await openBrowser();
    ({ page } = await openPage(browser));
    await setUp(page, served, 'Ann Kim');
    const headers = { origin: served.address };
    const data = { text: `The bridge\n\nThe ministry says that ${OUTER}. Nobody has counted since.` };
    const { id } = await (await page.request.post(`${served.address}/api/articles`, { data, headers })).json();
    const quoted = (exact: string) => ({ quote: { exact, prefix: '', suffix: '' } });
    const parts = [
      { kind: 'claim.mark', claim: 'outer', ...quoted(OUTER), fields: {} },
      { kind: 'claim.mark', claim: 'middle', ...quoted(MIDDLE), fields: {} },
      { kind: 'claim.mark', claim: 'inner', ...quoted(INNER), fields: {} },
      { kind: 'thread.open', thread: 't', message: 'm', ...quoted('8,000 cars'), text: 'On which days?', mentions: [] },
    ];
    const operation = { opId: 'o', base: 1, parts };
    await page.request.post(`${served.address}/api/articles/${id}/operations`, { data: operation, headers });
    await page.goto(`${served.address}/articles/${id}`);
    await page.locator('.ProseMirror .thread-words').first().waitFor();
  });

  after(async () => {
    await browser?.close();
    await served?.stop();
  });

  /** Has a claim open, or none. */
  const opens = async (claim: string | undefined): Promise<void> => {
    // Out of the card, and then closed.
    for (const key of ['Escape', 'Escape']) await page.keyboard.press(key);
    await page.locator('.card.is-selected').waitFor({ state: 'detached' });
    if (claim === undefined) return;
    await page.locator(`#card-${claim} .card-head`).click();
    await page.locator(`#card-${claim}.is-selected`).waitFor();
  };

  const words = (claim: string) => page.locator(`.ProseMirror [data-claim="${claim}"]`);

  for (const colorScheme of ['light', 'dark'] as const)
    for (const [open, pointedAt] of [
      [undefined, undefined],
      ['outer', 'inner'],
      ['inner', 'outer'],
      ['middle', 'middle'],
    ] as const)
      it(`can be told apart and read, ${colorScheme}, ${open ?? 'none'} open, ${pointedAt ?? 'none'} pointed at`, async () => {
        await page.emulateMedia({ colorScheme, forcedColors: 'none' });
        await page.mouse.move(0, 0);
        await opens(open);
        if (pointedAt)
          await words(pointedAt)
            .first()
            .hover({ position: { x: 3, y: 8 } });
        const { measured, dim } = await tooDim(page);
        assert.ok(measured > 1_000, `${measured} measured`);
        assert.deepEqual(dim, []);
      });

  it('are told by their lines where the system gives the colours, a line for each look, and the open one by its outline', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    await opens('inner');
    const outline = (claim: string): Promise<string> =>
      words(claim)
        .first()
        .evaluate((element) => {
          const { outlineStyle, outlineColor } = getComputedStyle(element);
          return /, 0\)$/.test(outlineColor) ? 'none' : outlineStyle;
        });
    assert.deepEqual([await outline('outer'), await outline('inner')], ['none', 'solid']);
    const lines = await words('outer')
      .first()
      .evaluate((element: HTMLElement, looks) => {
        const before = element.className;
        const found = looks.map((look) => {
          element.className = before.replace(/look-[\w-]+|level-\d/g, '').concat(` level-0 look-${look}`);
          const { textDecorationLine, textDecorationStyle, textDecorationThickness } = getComputedStyle(element);
          return [textDecorationLine, textDecorationStyle, textDecorationThickness].join(' ');
        });
        element.className = before;
        return found;
      }, LOOKS);
    assert.equal(new Set(lines).size, LOOKS.length, lines.join(', '));
    for (const line of lines) assert.match(line, /^underline/);
  });
});
