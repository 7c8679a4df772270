import type { Edition } from '../../../shared/export/format.ts';
import { readJsonExport } from '../../../shared/export/json.ts';
import { webAnnotation } from '../../../shared/export/web-annotation.ts';
import type { Digest } from '../../../shared/log.ts';
import { Invalid } from '../../../shared/parsing.ts';
import { isObject, type Json, type ModelFault } from './checks.ts';
import { type Given, listed } from './given.ts';
import { readJson } from './json-text.ts';
import { faultsOf } from './model.ts';
import { fromHypothesis, fromRecogito, isOfHypothesis, isOfRecogito, type OfTool } from './tools.ts';

/** Whose files are read, as a person calls them. */
export const ANNOTATION_FORMATS = {
  w3c: 'W3C Web Annotation',
  hypothesis: 'Hypothesis',
  recogito: 'Recogito',
  touchstone: 'Touchstone JSON',
} as const;

/** The annotations of a file, in its order. */
export interface AnnotationFile {
  readonly format: keyof typeof ANNOTATION_FORMATS;
  readonly given: readonly Given[];
  /** The IRIs of those, and of pages of those, that the file only names. */
  readonly named: readonly string[];
}

/** Why a file is refused: nothing of it is brought. */
export interface FaultyFile {
  readonly faults: readonly ModelFault[];
}

/** At most so many annotations a file. */
const MOST_ANNOTATIONS = 2_000;

const ofTool = (format: AnnotationFile['format'], { given, faults }: OfTool): AnnotationFile | FaultyFile =>
  faults.length > 0 ? { faults } : { format, given, named: [] };

/** The claims of an export of ours are annotations as the same article would be written out as those. */
const fromOwn = (value: Json, digest: Digest): AnnotationFile | FaultyFile => {
  try {
    const { article, people, entries } = readJsonExport(value, digest);
    const exported = isObject(value.exported) ? value.exported : {};
    const edition: Edition = {
      ...{ id: String(exported.article ?? ''), article, entries, people, asked: article.contacts },
      desk: { name: '', url: '' },
      address: typeof exported.address === 'string' ? exported.address : `urn:touchstone:${article.hash}`,
      exportedAt: String(exported.at ?? ''),
      captures: [],
      digest,
    };
    return { format: 'touchstone', ...listed(JSON.parse(webAnnotation.write(edition) as string)) };
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return { faults: [{ where: error.where, what: error.what, section: 'Touchstone JSON' }] };
  }
};

const fromValue = (value: unknown, digest: Digest): AnnotationFile | FaultyFile => {
  if (isObject(value) && Array.isArray(value.rows)) return ofTool('hypothesis', fromHypothesis(value.rows, 'rows'));
  if (isObject(value) && value.touchstone !== undefined) return fromOwn(value, digest);
  const all = Array.isArray(value) ? value : [value];
  if (all.length > 0 && all.every(isOfRecogito)) return ofTool('recogito', fromRecogito(all));
  if (all.length > 0 && all.every(isOfHypothesis)) return ofTool('hypothesis', fromHypothesis(all, ''));
  const faults = faultsOf(value);
  return faults.length > 0 ? { faults } : { format: 'w3c', ...listed(value) };
};

/** Reads a file of annotations: all of it, or why none of it. */
export const readAnnotationFile = (text: string, digest: Digest): AnnotationFile | FaultyFile => {
  const { value, fault } = readJson(text);
  if (fault) {
    const further = value === undefined ? [] : faultsOf(value);
    return { faults: [{ ...fault, section: 'RFC 8259' }, ...further] };
  }
  const file = fromValue(value, digest);
  if ('faults' in file || file.given.length <= MOST_ANNOTATIONS) return file;
  const what = `at most ${MOST_ANNOTATIONS} annotations are taken at once, not ${file.given.length}`;
  return { faults: [{ where: '', what, section: '5.2' }] };
};
