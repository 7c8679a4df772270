import { brat } from './brat.ts';
import { bundle } from './bundle.ts';
import { claimreview } from './claimreview.ts';
import { csl } from './csl.ts';
import { csv } from './csv.ts';
import { docx } from './docx.ts';
import type { Format } from './format.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { markdown } from './markdown.ts';
import { webAnnotation } from './web-annotation.ts';
import { xlsx } from './xlsx.ts';

/** The register of all formats that an article is written out in, by the name that the address of an export ends in. */
export const FORMATS = {
  json,
  bundle,
  claimreview,
  'web-annotation': webAnnotation,
  html,
  markdown,
  docx,
  xlsx,
  csv,
  jsonl,
  brat,
  csl,
} as const satisfies Readonly<Record<string, Format>>;

/** A key of `FORMATS`. */
export type FormatName = keyof typeof FORMATS;
