import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Received } from './a-server.ts';

interface Described {
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>;
  readonly headers?: Readonly<Record<string, object>>;
}

interface Operation {
  readonly responses: Readonly<Record<string, Described | { readonly $ref: string }>>;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly responses: Readonly<Record<string, Described>> };
}

const description: Description = JSON.parse(
  readFileSync(new URL('../../../docs/api/openapi.json', import.meta.url), 'utf8'),
);

/**
 * The headers of an answer that say something to programs: each has to be described where it is seen. Those of the rates, and
 * `WWW-Authenticate`, which the server adds for every route alike, are described once for all.
 */
const TELLING = [
  ...['allow', 'content-disposition', 'etag', 'idempotent-replayed', 'link', 'location'],
  ...['retry-after', 'set-cookie'],
];

/** Paths with fewer names put in come first, as in the server: `/api/sources/known` is not `/api/sources/{id}`. */
const PATHS = Object.keys(description.paths)
  .map((path) => ({ path, pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`) }))
  .sort((one, other) => one.path.split('{').length - other.path.split('{').length);

/** The path of the description that an address is one of; nothing where it has none. */
export const pathOf = (address: string): string | undefined => {
  const [asked = ''] = address.split('?');
  return PATHS.find(({ pattern }) => pattern.test(asked))?.path;
};

const pointer = (...keys: readonly string[]): string =>
  keys.map((key) => `/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('');

let compiled: Ajv2020 | undefined;

/** One for each process: it takes a while. */
const ajv = (): Ajv2020 => {
  compiled ??= new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).addSchema(
    description,
    'openapi.json',
  );
  return compiled;
};

/** All that an answer has and the description does not say of the operation: its status, its headers, its type, its JSON. */
export const undescribed = (method: string, address: string, received: Received): readonly string[] => {
  const path = pathOf(address);
  const operation = path === undefined ? undefined : description.paths[path]?.[method.toLowerCase()];
  if (path === undefined || !operation) return []; // 404 and 405 are those of every server
  const said = operation.responses[String(received.status)];
  if (!said) return [`the status ${received.status}`];
  const name = '$ref' in said ? said.$ref.slice('#/components/responses/'.length) : undefined;
  const response = '$ref' in said ? description.components.responses[name ?? ''] : said;
  assert.ok(response, `${method} ${path} ${received.status} refers to nothing`);
  const headers = new Set(Object.keys(response.headers ?? {}).map((each) => each.toLowerCase()));
  const wrong = TELLING.filter((each) => received.headers.has(each) && !headers.has(each)).map(
    (each) => `the header ${each} of ${received.status}`,
  );
  const { content } = response;
  if (!content) return received.text === '' ? wrong : [...wrong, `a body of ${received.status}`];
  const type = received.headers.get('content-type')?.split(';')[0] ?? '';
  if (Object.hasOwn(content, '*/*')) return wrong;
  if (!Object.hasOwn(content, type)) return [...wrong, `the type ${type || '(none)'} of ${received.status}`];
  const place =
    name === undefined
      ? ['paths', path, method.toLowerCase(), 'responses', String(received.status)]
      : ['components', 'responses', name];
  const isValid = ajv().validate(
    `openapi.json#${pointer(...place, 'content', type, 'schema')}`,
    received.json ?? received.text,
  );
  return isValid
    ? wrong
    : [...wrong, `the body of ${received.status}: ${ajv().errorsText()} in ${received.text.slice(0, 300)}`];
};
