import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';

// A machine that takes pictures often has no typeface for Arabic or Japanese, where those of the people who read them have: these are lent.
const FONTS = join(import.meta.dirname, '../../node_modules/@fontsource-variable');
const FAMILIES = { 'noto-naskh-arabic': 'Noto Naskh Arabic Variable', 'noto-serif-jp': 'Noto Serif JP Variable' };

const PATH = '/lent-fonts';

const styles = (): string => {
  const faces = Object.keys(FAMILIES).map((name) =>
    readFileSync(join(FONTS, name, 'wght.css'), 'utf8').replaceAll('url(./', `url(${PATH}/${name}/`),
  );
  const names = Object.values(FAMILIES).map((name) => `"${name}"`);
  return `${faces.join('\n')}
:root {
  --text: "Source Serif 4 Variable", ${names.join(', ')}, serif;
  --ui: "Inter Variable", ${names.join(', ')}, sans-serif;
}`;
};

/** Lends the pages of a context typefaces for Arabic and Japanese, from the pages' own address. */
export const lendFonts = async (context: BrowserContext): Promise<void> => {
  await context.route(`**${PATH}/**`, (route) => {
    const path = new URL(route.request().url()).pathname.slice(PATH.length + 1);
    return path === 'fonts.css'
      ? route.fulfill({ contentType: 'text/css', body: styles() })
      : route.fulfill({ path: join(FONTS, path) });
  });
  await context.addInitScript((href) => {
    addEventListener('DOMContentLoaded', () => {
      const link = document.createElement('link');
      document.head.append(Object.assign(link, { rel: 'stylesheet', href }));
    });
  }, `${PATH}/fonts.css`);
};
