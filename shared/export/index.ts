import type { Format } from './format.ts';
import { json } from './json.ts';

/** The register of all formats that an article is written out in, by the name that the address of an export ends in. */
export const FORMATS = { json } as const satisfies Readonly<Record<string, Format>>;

/** A key of `FORMATS`. */
export type FormatName = keyof typeof FORMATS;
