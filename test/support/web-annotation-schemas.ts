import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { material, readMaterial } from './material.ts';

/** Where the W3C's test suite of the Web Annotation model is, beside the repository. */
export const SCHEMAS = '03-web-annotation/open/schemas';

type Json = Readonly<Record<string, unknown>>;

/** A schema of draft 4 as draft 7 writes it: `id` is `$id` at the top, `exclusiveMinimum` a number; beside a `$ref` nothing counts. */
const modern = (schema: unknown, name?: string): unknown => {
  if (Array.isArray(schema)) return schema.map((each) => modern(each));
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $schema: _, id, exclusiveMinimum, $ref, ...rest } = schema as Json;
  const $id = name === undefined ? {} : { $id: `https://schemas.example/${name}` };
  if ($ref !== undefined) return { ...$id, $ref };
  return {
    ...$id,
    ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, modern(value)])),
    ...(typeof id === 'object' && { id: modern(id) }),
    ...(exclusiveMinimum === true && { minimum: Number(rest.minimum) + 1 }),
  };
};

/** RFC 3986, absolute, as the format `uri` of JSON Schema has it. */
const isUri = (text: string): boolean =>
  /^[a-z][a-z0-9+.-]*:(\/\/(\[[0-9a-f:.]+\]|[\w.~!$&'()*+,;=:@%-]*)(\/|$|\?|#)|[^/])?([\w.~!$&'()*+,;=:@%/-])*(\?[\w.~!$&'()*+,;=:@%/?-]*)?(#[\w.~!$&'()*+,;=:@%/?-]*)?$/i.test(
    text,
  ) && !/%(?![0-9a-f]{2})/i.test(text);

const isDateTime = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i.test(text) && !Number.isNaN(Date.parse(text));

/** One assertion of the suite. */
export interface Assertion {
  readonly name: string;
  /** `must`, `should` or `may`. */
  readonly level: string;
  readonly validate: ValidateFunction;
}

/** The assertions of a list of the suite, such as `annotations/annotationMusts.test`. */
export const assertionsOf = (list: string): readonly Assertion[] => {
  const ajv = new Ajv({ strict: false, formats: { uri: isUri, 'date-time': isDateTime } });
  for (const path of globSync('definitions/*.json', { cwd: material(SCHEMAS) })) {
    const schema = JSON.parse(readFileSync(`${material(SCHEMAS)}/${path}`, 'utf8'));
    ajv.addSchema(modern(schema, basename(path)) as Json);
  }
  const { assertions } = JSON.parse(readMaterial(`${SCHEMAS}/${list}`)) as { assertions: readonly string[] };
  return assertions.map((path) => {
    const schema = JSON.parse(readMaterial(`${SCHEMAS}/${path}`)) as Json;
    const name = path.replaceAll('/', '-');
    return { name: path, level: String(schema.assertionType), validate: ajv.compile(modern(schema, name) as Json) };
  });
};

/** What a value breaks of a list of assertions, one line each. */
export const brokenBy = (value: unknown, assertions: readonly Assertion[]): readonly string[] =>
  assertions.filter((each) => !each.validate(value)).map((each) => `${each.level} ${each.name}`);
