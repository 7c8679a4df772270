import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { Edition } from '../../shared/export/format.ts';
import { html } from '../../shared/export/html.ts';
import { violations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { paragraph, richEdition, writing } from '../support/edition.ts';
import { manyHostile } from '../support/hostile.ts';
import { hostileEdition } from '../support/hostile-edition.ts';
import { OTHER_SCRIPTS } from '../support/other-scripts.ts';
import { type Deeds, listen, openedFile } from '../support/watched-page.ts';

describe('a report page in a browser', function () {
  this.timeout(60_000);
  let browser: Browser;
  let folder: string;
  let made: Edition | undefined;
  before(async () => {
    browser = await openBrowser();
    folder = mkdtempSync(join(tmpdir(), 'touchstone-report-'));
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  const opened = (edition: Edition, options: BrowserContextOptions = {}): Promise<Deeds> =>
    openedFile(browser, join(folder, 'report.html'), html.write(edition) as string, options);

  /** Every hostile text in every field; names, which stand on every card, are two that break out of elements and attributes. */
  const hostile = (): Edition => {
    if (made) return made;
    const name = `"><img src=x onerror=alert(1)>'</script><script>alert(2)</script>`;
    const edition = hostileEdition(manyHostile());
    made = { ...edition, people: { una: { name } }, desk: { name, url: 'javascript:alert(3)' } };
    return made;
  };

  // Without the policy too: it is the second line, and what is escaped needs none.
  for (const bypassCSP of [false, true])
    it(`runs no script and asks nobody for anything, whatever stands in its fields${bypassCSP ? ', also without its policy' : ''}`, async () => {
      const { page, scripts, requests } = await opened(hostile(), { bypassCSP });
      assert.deepEqual(requests, []);
      assert.deepEqual(scripts, []);
      assert.ok((await page.locator('.card').count()) > 20, 'the page is not the one that was meant');
      await page.context().close();
    });

  it('sees a script that runs: the check above can fail', async () => {
    const file = join(folder, 'bad.html');
    writeFileSync(file, '<img src=x onerror="1"><script>document.title = "ran"</script>');
    const page = await (await browser.newContext()).newPage();
    const scripts: string[] = [];
    const told = await listen(page, scripts);
    await page.goto(pathToFileURL(file).href);
    await told();
    assert.equal(scripts.length, 2);
    await page.context().close();
  });

  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1280, 390])
      it(`has nothing that axe finds wrong, ${colorScheme}, ${width} pixels wide, and nothing beyond its edge`, async () => {
        const { page } = await opened(richEdition(), { colorScheme, viewport: { width, height: 900 } });
        assert.deepEqual(await violations(page), []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
        await page.context().close();
      });

  it('leads from the words to the card and back without a script, by mouse and by keyboard', async () => {
    const { page } = await opened(richEdition(), { javaScriptEnabled: false });
    await page.getByText('The rover weighed 950 kilograms.').first().click();
    assert.match(page.url(), /#claim-rover$/);
    await page.locator('#claim-rover').getByRole('link', { name: 'To the words in the article' }).click();
    assert.match(page.url(), /#words-rover$/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.match(page.url(), /#claim-rover$/);
    await page.context().close();
  });

  it('prints with every card whole, all evidence open and no menu', async () => {
    const { page } = await opened(richEdition());
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.getByRole('navigation').isVisible(), false);
    assert.equal(await page.locator('#claim-share blockquote').first().isVisible(), true);
    assert.equal(
      await page.locator('#claim-share').evaluate((card) => getComputedStyle(card).breakInside),
      'avoid-page',
    );
    await page.context().close();
  });

  for (const [script, { title, paragraphs, claims }] of Object.entries(OTHER_SCRIPTS))
    it(`lights up words in ${script} where they stand, and they run as they are read`, async () => {
      const log = writing(title, paragraphs.map(paragraph), {
        language: { arabic: 'ar', hebrew: 'he', japanese: 'ja' }[script] ?? '',
      });
      for (const [index, claim] of claims.entries()) log.mark('una', `c${index}`, claim);
      const { page } = await opened(log.edition(), { viewport: { width: 390, height: 900 } });
      assert.deepEqual(await page.locator('mark').allTextContents(), [...claims]);
      const direction = await page.locator('#article').evaluate((each) => getComputedStyle(each).direction);
      assert.equal(direction, script === 'japanese' ? 'ltr' : 'rtl');
      assert.deepEqual(await violations(page), []);
      await page.context().close();
    });
});
