import { canonicalJson } from '../canonical.ts';
import type { Capture } from '../capture.ts';
import { Invalid, integer, list, type Parse, record, text } from '../parsing.ts';
import type { Archive, Edition, Format, Part } from './format.ts';
import { json } from './json.ts';

/** The version of the bundle. History: 1, the first. */
const VERSION = 1;

/** Where what is in every bundle stands in it. */
export const BUNDLE = { manifest: 'manifest.json', article: 'article.json', captures: 'captures.json' } as const;

/** Where the bytes of a SHA-256 stand. */
export const keptAt = (sha256: string): string => `kept/${sha256}`;

/** What a bundle holds besides its manifest, in order: paths with the SHA-256 of the bytes there. */
export interface Manifest {
  readonly parts: readonly { readonly path: string; readonly sha256: string }[];
}

/** The copies of which something can be told: what is on its way is not in the bundle. */
const settled = ({ captures }: Edition): readonly Capture[] => captures.filter(({ state }) => state !== 'fetching');

/** The SHA-256 of all bytes that an edition rests on, each once: those of copies, their readable text, the original. */
const keptOf = (edition: Edition): readonly string[] => {
  const all = settled(edition).flatMap(({ kept }) => [kept?.sha256, kept?.text]);
  return [...new Set([...all, edition.original?.sha256].filter((sha256) => sha256 !== undefined))].sort();
};

/**
 * Everything in one archive: the lossless JSON, what is known of the frozen copies, the bytes of each with its readable text, and the
 * original of the article, each by its SHA-256; the manifest has the SHA-256 of each. Nothing is packed: see decision 48.
 */
export const bundle: Format = {
  label: 'Touchstone bundle: everything with frozen copies and originals, to be read back',
  mediaType: 'application/zip',
  extension: 'zip',
  purpose: 'keep',
  isWhole: true,
  audience: 'desk',
  write: (edition): Archive => {
    const article = String(json.write(edition));
    const captures = canonicalJson(settled(edition));
    const kept = keptOf(edition);
    const parts = [
      { path: BUNDLE.article, sha256: edition.digest(article) },
      { path: BUNDLE.captures, sha256: edition.digest(captures) },
      ...kept.map((sha256) => ({ path: keptAt(sha256), sha256 })),
    ];
    const manifest: Part = { path: BUNDLE.manifest, content: canonicalJson({ bundle: VERSION, parts }) };
    return {
      stored: true,
      parts: [
        manifest,
        { path: BUNDLE.article, content: article },
        { path: BUNDLE.captures, content: captures },
        ...kept.map((sha256) => ({ path: keptAt(sha256), kept: sha256 })),
      ],
    };
  },
  losses: (edition) => json.losses(edition),
};

const parsePart: Parse<Manifest['parts'][number]> = (value, where) => {
  const fields = record(value, where);
  const sha256 = text(64)(fields.sha256, `${where}.sha256`);
  const path = text(100)(fields.path, `${where}.path`);
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Invalid(`${where}.sha256`, 'a SHA-256 in hex is expected');
  const isKnown = path === BUNDLE.article || path === BUNDLE.captures || path === keptAt(sha256);
  if (!isKnown) throw new Invalid(`${where}.path`, 'is not one of a bundle');
  return { path, sha256 };
};

/** Reads a manifest; throws `Invalid` where it is none, or of a later version. */
export const parseManifest = (value: unknown): Manifest => {
  const fields = record(value, BUNDLE.manifest);
  integer(1, VERSION)(fields.bundle, 'bundle');
  return { parts: list(parsePart, 1_000_000)(fields.parts, 'parts') };
};
