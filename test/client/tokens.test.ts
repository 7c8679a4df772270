import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const css = readFileSync(join(import.meta.dirname, '../../client/styles/tokens.css'), 'utf8');
const PAIR = /--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/gi;
const tokens = new Map([...css.matchAll(PAIR)].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]));

/** Relative luminance (WCAG 2.2). */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
};

const colour = (name: string, theme: 'light' | 'dark'): string => {
  const token = tokens.get(name);
  if (!token) throw new Error(`no token --${name} in two themes`);
  return token[theme];
};

const GROUNDS = ['paper', 'page', 'side', 'wash', 'accent-wash'];
const RATINGS = ['absurd', 'false', 'mostly-false', 'mixed', 'mostly-true', 'true', 'open', 'unproven'];
const TEXT = ['ink', 'ink-2', 'ink-3', 'accent', ...RATINGS];

/** WCAG 2.2 §1.4.3 for words, §1.4.11 for the edges of fields. */
const READABLE: readonly (readonly [string, string, number])[] = [
  ...TEXT.flatMap((text) => GROUNDS.map((ground) => [text, ground, 4.5] as const)),
  ...['false', 'mixed', 'true'].map((rating) => [rating, `${rating}-wash`, 4.5] as const),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-strong', 4.5],
  ['on-mixed-wash', 'mixed-wash', 4.5],
  ['on-mixed-wash', 'paper', 4.5],
  ...['paper', 'page', 'side', 'wash'].map((ground) => ['field-rule', ground, 3] as const),
];

describe('tokens', () => {
  for (const theme of ['light', 'dark'] as const)
    it(`can be read in the ${theme} theme`, () => {
      const dim = READABLE.map(([on, ground, least]) => ({
        says: `${on} on ${ground}`,
        ratio: contrast(colour(on, theme), colour(ground, theme)),
        least,
      })).filter(({ ratio, least }) => ratio < least);
      assert.deepEqual(dim, []);
    });
});
