import { existsSync } from 'node:fs';
import { material, readMaterial } from './material.ts';
import { partOf } from './part-of.ts';

/** Texts that have broken programs before: what every place that takes a text is tried with. */
export const HOSTILE: readonly string[] = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  ' =1+1',
  '\u00a0\u200b=1+1',
  '\ufeff=1+1',
  '＝1+1',
  "'=1+1",
  "''@x",
  'a;=1+1',
  'a\n-b\n-c',
  '"=1+1"',
  '",=1+1,"',
  'a,b;c\td',
  'two\r\nlines',
  '</script><script>alert(1)</script>',
  '<!--<script>',
  ']]>',
  '"\\\u0000\u0001\u001f',
  '\u2028\u2029',
  '__proto__',
  'constructor',
  '\u202egnihtemos',
  '👩‍👩‍👧‍👦 e\u0301 \u{1d4ae} 🇩🇪',
  'القمر',
  '\u0024{x} {{x}} %s %n $& $1',
  'x'.repeat(200),
];

interface Payload {
  readonly payload?: string;
}

/** The texts of the reference material, where it lies beside the repository. */
const others = (): readonly string[] => {
  const folder = '06-hostile/open';
  if (!existsSync(material(folder))) return [];
  const naughty: readonly string[] = JSON.parse(readMaterial(`${folder}/blns_even.json`));
  const scripts: readonly (string | Payload)[] = JSON.parse(readMaterial(`${folder}/xss.json.gz`));
  return [
    ...naughty,
    ...readMaterial(`${folder}/csv_injection.txt`).split('\n'),
    ...scripts.slice(0, 200).map((each) => (typeof each === 'string' ? each : (each.payload ?? ''))),
  ].filter((text) => text !== '' && text.isWellFormed());
};

const part = partOf(others(), 80);

/** The same, with a part of those of the reference material: another each day, all of them in `npm run test:long`. */
export const manyHostile = (): readonly string[] => [...HOSTILE, ...part.items];

/** Which part that is, for the names of tests. */
export const WHICH_HOSTILE = part.says;
