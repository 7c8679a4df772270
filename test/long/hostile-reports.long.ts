import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { html } from '../../shared/export/html.ts';
import { openBrowser } from '../support/browser.ts';
import { hostileEdition } from '../support/hostile-edition.ts';
import { describeWith, material, readMaterial } from '../support/material.ts';
import { openedFile } from '../support/watched-page.ts';

const FOLDER = '06-hostile/open';
/** So many texts stand on one page. */
const AT_ONCE = 150;

/** All of the lists of scripts that break out of a page, and of signs that turn the direction of source text. */
const texts = (): readonly string[] => {
  const listed = ['xss.json.gz', 'dompurify-expect.json'].flatMap((name) =>
    (JSON.parse(readMaterial(`${FOLDER}/${name}`)) as readonly { readonly payload: string }[]).map(
      ({ payload }) => payload,
    ),
  );
  const turning = readdirSync(material(`${FOLDER}/trojan-source`)).map((name) =>
    readMaterial(`${FOLDER}/trojan-source/${name}`),
  );
  return [...new Set([...listed, ...turning])]
    .map((text) => text.replaceAll(/\s+/g, ' ').slice(0, 2_000))
    .filter((text) => text.trim() !== '' && text.isWellFormed());
};

describeWith(FOLDER, 'a report page with every text of the lists of scripts in every field', () => {
  const all = texts();
  let browser: Browser;
  let folder: string;
  before(async () => {
    browser = await openBrowser();
    folder = mkdtempSync(join(tmpdir(), 'touchstone-reports-'));
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  for (let first = 0; first < all.length; first += AT_ONCE) {
    const part = all.slice(first, first + AT_ONCE);
    it(`runs nothing and asks nobody for anything: ${first + 1} to ${first + part.length} of ${all.length}`, async () => {
      const name = `"><img src=x onerror=alert(1)>'</script><script>alert(2)</script>`;
      const edition = {
        ...hostileEdition(part),
        people: { una: { name } },
        desk: { name, url: 'javascript:alert(3)' },
      };
      const written = html.write(edition) as string;
      for (const bypassCSP of [false, true]) {
        const { page, scripts, requests } = await openedFile(browser, join(folder, 'report.html'), written, {
          bypassCSP,
        });
        assert.deepEqual([scripts, requests], [[], []], bypassCSP ? 'without its policy' : 'with its policy');
        assert.ok((await page.locator('.card').count()) >= part.length / 2, 'the page is not the one that was meant');
        await page.context().close();
      }
    });
  }
});
