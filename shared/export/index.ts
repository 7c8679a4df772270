import { claimreview } from './claimreview.ts';
import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { webAnnotation } from './web-annotation.ts';
import { xlsx } from './xlsx.ts';

/** The register of all formats that an article is written out in, by the name that the address of an export ends in. */
export const FORMATS = {
  json,
  claimreview,
  'web-annotation': webAnnotation,
  html,
  xlsx,
  csv,
} as const satisfies Readonly<Record<string, Format>>;

/** A key of `FORMATS`. */
export type FormatName = keyof typeof FORMATS;
