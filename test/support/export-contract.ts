import assert from 'node:assert/strict';
import { MarkType, NodeType } from 'prosemirror-model';
import { sha256 } from '../../server/digest.ts';
import type { Archive, Edition, Format } from '../../shared/export/format.ts';
import { json, readJsonExport } from '../../shared/export/json.ts';
import { collapsed } from '../../shared/text.ts';
import { paragraph, richEdition, Writing, writing } from './edition.ts';
import { manyHostile, WHICH_HOSTILE } from './hostile.ts';
import { hostileEdition } from './hostile-edition.ts';

/** Every text that is in a file, as a reader of the format finds it. */
export type TextsIn = (written: Written) => readonly string[] | Promise<readonly string[]>;

/** What a format wrote. */
export type Written = string | Uint8Array | Archive;

// The schema is everybody's, and keeps what it has worked out.
const isSchema = (value: object): boolean => value instanceof NodeType || value instanceof MarkType;

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && isSchema(value)) return value;
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value) && !ArrayBuffer.isView(value)) {
    Object.freeze(value);
    for (const each of value instanceof Map ? value.values() : Object.values(value)) frozen(each);
  }
  return value;
};

let hostile: Edition | undefined;

/** An article of hostile texts in every field, made once. */
export const hostileArticle = (): Edition => {
  hostile ??= hostileEdition(manyHostile());
  return hostile;
};

const writtenOf = new Map<Format, Written>();

/** What a format makes of an article of hostile texts, written once. */
export const writtenHostile = (format: Format): Written => {
  const written = writtenOf.get(format) ?? format.write(hostileArticle());
  writtenOf.set(format, written);
  return written;
};

/** What holds for every export format; call it inside `describe`. With a reader it also asks that no text is spoiled. */
export const exportContract = (format: Format, textsIn?: TextsIn): void => {
  const rich = richEdition();
  const editions: readonly (readonly [string, Edition])[] = [
    ['an article before its first entry', new Writing().edition()],
    ['an article without a word', writing('', [paragraph('')]).edition()],
    ['an article without a claim', writing('A title', [paragraph('Some words.')]).edition()],
    ['an article with something of everything', rich],
    ['an article of people nobody knows', { ...rich, people: {} }],
    ['a desk without an address', { ...rich, desk: { name: '', url: '' } }],
  ];

  const isWhole = (written: Written): void => {
    if (typeof written === 'string') assert.ok(written.isWellFormed(), 'half a character cannot be written as UTF-8');
    else if ('parts' in written) {
      const paths = written.parts.map(({ path }) => path);
      assert.equal(new Set(paths).size, paths.length, 'a path is there twice');
      for (const path of paths) assert.match(path, /^(?!.*(^|\/)\.{1,2}(\/|$))[^/\\:]+(\/[^/\\:]+)*$/);
      for (const part of written.parts) if ('content' in part) isWhole(part.content);
    } else assert.ok(written instanceof Uint8Array);
  };

  for (const [says, edition] of editions) it(`writes ${says}`, () => isWhole(format.write(edition)));

  // These two write and read some megabytes: a slow machine is given the time.
  it(`writes hostile texts in every field (${WHICH_HOSTILE})`, () => isWhole(writtenHostile(format))).timeout(60_000);

  if (textsIn)
    it(`gives hostile texts back as they were (${WHICH_HOSTILE})`, async () => {
      const found = new Set((await textsIn(writtenHostile(format))).map(collapsed));
      for (const text of manyHostile())
        assert.ok(found.has(collapsed(text)), `${JSON.stringify(text)} is not found again`);
    }).timeout(60_000);

  it('writes the same edition the same way, also when it was read from a file', () => {
    const read = readJsonExport(JSON.parse(json.write(rich) as string), sha256);
    assert.deepEqual(format.write({ ...rich, article: read.article, entries: read.entries }), format.write(rich));
  });

  it('leaves the edition as it was', () => {
    const { doc: _, ...article } = rich.article;
    frozen(article);
    frozen(rich.people);
    format.write(rich);
    format.losses(rich);
  });

  it('tells its losses in sentences, each once', () => {
    for (const [, edition] of editions) {
      const losses = format.losses(edition).map(({ words }) => words);
      for (const loss of losses) assert.match(loss, /^[\p{Lu}\d].+\.$/u);
      assert.equal(new Set(losses).size, losses.length);
    }
  });

  it('has a label, a media type and an extension', () => {
    assert.match(format.label, /^\p{Lu}.+/u);
    assert.match(format.mediaType, /^(application|text)\/[\w.+-]+(; [\w-]+=("[^"]+"|[\w-]+))*$/);
    assert.match(format.extension, /^[a-z0-9]+$/);
  });
};
