import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { type Element, elementsIn, readXml } from '../../server/import/xml.ts';
import type { Archive } from '../../shared/export/format.ts';
import type { Written } from './export-contract.ts';

const PARTS_ONCE = '[Content_Types].xml';

/** A package (ECMA-376, Part 2) as it is opened: every part is XML that is well formed, has a media type, and leads to what is there. */
export interface Opened {
  readonly paths: readonly string[];
  readonly part: (path: string) => Element;
  /** The targets of the relations of a part, by their ids. */
  readonly targets: (path: string) => ReadonlyMap<string, string>;
}

const contentOf = (archive: Archive): ReadonlyMap<string, string> => {
  const paths = archive.parts.map(({ path }) => path);
  assert.equal(new Set(paths).size, paths.length, 'a path stands there twice');
  return new Map(archive.parts.map((part) => [part.path, 'content' in part ? String(part.content) : assert.fail()]));
};

const relationsPathOf = (path: string): string =>
  posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`);

/** Opens a package and holds it to what Part 2 asks of one. */
export const openPackage = async (written: Written): Promise<Opened> => {
  if (typeof written === 'string' || written instanceof Uint8Array) return assert.fail('it is no archive');
  const contents = contentOf(written);
  const parts = new Map<string, Element>();
  for (const [path, content] of contents) {
    assert.match(content, /^<\?xml version="1.0" encoding="UTF-8" standalone="yes"\?>\n</, path);
    parts.set(
      path,
      await readXml(
        (async function* () {
          yield Buffer.from(content);
        })(),
      ),
    );
  }
  const part = (path: string): Element => parts.get(path) ?? assert.fail(`there is no ${path}`);
  const types = part(PARTS_ONCE);
  assert.equal(contents.keys().next().value, PARTS_ONCE, 'the media types come first');
  const overrides = elementsIn(types, 'Override').map(({ attributes }) => attributes.PartName?.slice(1));
  assert.equal(new Set(overrides).size, overrides.length, 'a part has two media types');
  for (const path of overrides) assert.ok(path && parts.has(path), `a media type of ${path}, which is not there`);
  const defaults = new Set(elementsIn(types, 'Default').map(({ attributes }) => attributes.Extension));
  for (const path of contents.keys())
    if (path !== PARTS_ONCE)
      assert.ok(
        overrides.includes(path) || path.endsWith('.rels') || (defaults.has('xml') && path.startsWith('customXml/')),
        path,
      );
  const targets = (path: string): ReadonlyMap<string, string> => {
    const relations = parts.get(relationsPathOf(path));
    const all = elementsIn(relations, 'Relationship').map(({ attributes }) => attributes);
    assert.equal(new Set(all.map(({ Id }) => Id)).size, all.length, `${path}: two relations of one id`);
    for (const { Target = '', TargetMode } of all)
      if (TargetMode !== 'External')
        assert.ok(parts.has(posix.join(posix.dirname(path), Target)), `${path} leads to ${Target}`);
    return new Map(all.map(({ Id = '', Target = '' }) => [Id, Target]));
  };
  for (const path of contents.keys()) targets(path);
  assert.ok(elementsIn(parts.get('_rels/.rels'), 'Relationship').length > 0, 'nothing leads into it');
  return { paths: [...contents.keys()], part, targets };
};
