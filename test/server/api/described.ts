import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Received } from './a-server.ts';

interface Header {
  readonly required?: boolean;
}

interface Described {
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>;
  readonly headers?: Readonly<Record<string, Header | { readonly $ref: string }>>;
}

interface Operation {
  readonly responses: Readonly<Record<string, Described | { readonly $ref: string }>>;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly headers: Readonly<Record<string, Header>>;
    readonly responses: Readonly<Record<string, Described>>;
  };
}

const description: Description = JSON.parse(
  readFileSync(new URL('../../../docs/api/openapi.json', import.meta.url), 'utf8'),
);

/** The headers of an answer that say something to programs: each has to be described where it is seen. */
const TELLING = [
  ...['allow', 'content-disposition', 'etag', 'idempotent-replayed', 'link', 'location', 'ratelimit'],
  ...['ratelimit-policy', 'retry-after', 'set-cookie', 'www-authenticate'],
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

const SEEN = new Set<string>();

/** The statuses that are described, as `get /api/session 401`, and that no answer in this process has had so far. */
export const unseen = (): readonly string[] =>
  Object.entries(description.paths)
    .flatMap(([path, each]) =>
      Object.entries(each).flatMap(([method, { responses }]) =>
        Object.keys(responses)
          .filter((status) => status !== 'default')
          .map((status) => `${method} ${path} ${status}`),
      ),
    )
    .filter((each) => !SEEN.has(each));

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

/** The headers that an answer has and the description does not say, or the other way about. */
const wrongHeaders = ({ headers = {} }: Described, received: Received): readonly string[] => {
  const said = Object.entries(headers).map(([name, header]) => {
    if (!('$ref' in header)) return { name: name.toLowerCase(), required: header.required };
    const referred = description.components.headers[header.$ref.slice('#/components/headers/'.length)];
    assert.ok(referred, `${header.$ref} refers to nothing`);
    return { name: name.toLowerCase(), required: referred.required };
  });
  const names = new Set(said.map(({ name }) => name));
  return [
    ...TELLING.filter((each) => received.headers.has(each) && !names.has(each)).map(
      (each) => `the header ${each} of ${received.status}`,
    ),
    ...said
      .filter(({ name, required }) => required && !received.headers.has(name))
      .map(({ name }) => `that ${received.status} is without ${name}`),
  ];
};

/** All that an answer has and the description does not say of the operation: its status, its headers, its type, its JSON. */
export const undescribed = (method: string, address: string, received: Received): readonly string[] => {
  const path = pathOf(address);
  const operation = path === undefined ? undefined : description.paths[path]?.[method.toLowerCase()];
  if (path === undefined || !operation) return []; // 404 and 405 are those of every server
  const said = operation.responses[String(received.status)];
  SEEN.add(`${method.toLowerCase()} ${path} ${received.status}`);
  if (!said) return [`the status ${received.status}`];
  const name = '$ref' in said ? said.$ref.slice('#/components/responses/'.length) : undefined;
  const response = '$ref' in said ? description.components.responses[name ?? ''] : said;
  assert.ok(response, `${method} ${path} ${received.status} refers to nothing`);
  const wrong = wrongHeaders(response, received);
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
