import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROWS, type Row } from '../../../shared/api/rows.ts';
import { type Schema, typeOf } from '../../support/described-types.ts';

const project = join(import.meta.dirname, '../../..');

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly $ref?: string;
    readonly in?: string;
    readonly name?: string;
    readonly required?: boolean;
    readonly schema?: Schema;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<
    Record<
      string,
      { readonly content?: Content; readonly headers?: Readonly<Record<string, { readonly $ref?: string }>> }
    >
  >;
}

const { paths, components } = JSON.parse(readFileSync(join(project, 'docs/api/openapi.json'), 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

const operations = Object.entries(paths).flatMap(([path, each]) =>
  Object.entries(each).map(([method, operation]) => ({ method, path, ...operation })),
);

/** What an operation answers when it did what was asked. */
const answerOf = ({ responses }: Operation): (typeof responses)[string] =>
  Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1] ?? {};

/** How what comes is handed on, by its media type. */
const comes = (operation: Operation): string => {
  const [type] = Object.keys(answerOf(operation).content ?? {});
  if (type === undefined) return 'nothing';
  if (/json$/.test(type)) return 'json';
  return /^text\/|^application\/atom/.test(type) ? 'text' : 'download';
};

const ANSWERS: Readonly<Record<string, string>> = { nothing: 'undefined', text: 'string', download: 'Download' };

/** The type of an operation as its description has it. */
const describedType = (operation: Operation): string => {
  const query = (operation.parameters ?? []).filter((each) => each.in === 'query');
  const asked = query.map(({ name, required, schema }) => `readonly ${name}${required ? '' : '?'}: ${typeOf(schema)};`);
  const { 'application/json': json, 'multipart/form-data': form } = operation.requestBody?.content ?? {};
  const [answer] = Object.values(answerOf(operation).content ?? {});
  return [
    ...(asked.length > 0 ? [`readonly query: { ${asked.join(' ')} };`] : []),
    ...(json ? [`readonly json: ${typeOf(json.schema)};`] : []),
    ...(form ? [`readonly form: ${typeOf(form.schema).replace('"file": (string)', '"file": File')};`] : []),
    `readonly answer: ${ANSWERS[comes(operation)] ?? typeOf(answer?.schema)};`,
  ].join(' ');
};

/** Two types are the same when neither the compiler nor a reader could tell them apart: optional members too. */
const SAME = `
type Flat<T> = T extends File | ReadableStream | Download ? T : T extends object ? { [Key in keyof T]: Flat<T[Key]> } : T;
type Same<A, B> = (<T>() => T extends Flat<A> ? 1 : 2) extends <T>() => T extends Flat<B> ? 1 : 2 ? true : false;
`;

/** A program that the compiler takes only when every operation of the client is what its description says. */
const program = (): string => {
  const shared = join(project, 'shared/api');
  const records = Object.entries(components.schemas).map(
    ([name, schema]) => `export type ${name} = ${typeOf(schema)};`,
  );
  return [
    `import type { Download } from '${shared}/download.ts';`,
    `import type { Operations } from '${shared}/operations/index.ts';`,
    `declare namespace Described {\n${records.join('\n')}\n}`,
    SAME,
    ...operations.map(
      (operation) =>
        `export const ${operation.operationId}: Same<Operations['${operation.operationId}'], { ${describedType(operation)} }> = true;`,
    ),
  ].join('\n');
};

describe('the client of the HTTP API', function () {
  this.timeout(60_000);

  it('has every operation of the description, and no other', () => {
    const described = operations.map(({ operationId }) => operationId);
    assert.equal(new Set(described).size, described.length);
    assert.deepEqual(Object.keys(ROWS).sort(), described.sort());
  });

  for (const operation of operations)
    it(`asks as the description says: ${operation.operationId}`, () => {
      const { method, path, operationId, parameters = [] } = operation;
      const row = Object.entries<Row>(ROWS).find(([name]) => name === operationId)?.[1];
      const isKeyed = parameters.some(({ $ref }) => $ref?.endsWith('/IdempotencyKey'));
      const isList = answerOf(operation).headers?.Link?.$ref === '#/components/headers/Next';
      assert.deepEqual(
        [row?.method, row?.path, row?.comes ?? 'json', row?.keyed ?? false, row?.list !== undefined],
        [method, path, comes(operation), isKeyed, isList],
      );
    });

  it('has the types of the description, to the last field', () => {
    const folder = mkdtempSync(join(project, 'node_modules/.described-'));
    try {
      writeFileSync(join(folder, 'described.ts'), program());
      const compilerOptions = { types: [], lib: ['es2024', 'dom', 'dom.iterable'] };
      const config = { extends: join(project, 'tsconfig.json'), compilerOptions, include: ['described.ts'] };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
      const { stdout } = spawnSync(join(project, 'node_modules/.bin/tsc'), ['-p', folder], { encoding: 'utf8' });
      const differs = [...stdout.matchAll(/described\.ts\((\d+),/g)].map(
        ([, line]) => program().split('\n')[Number(line) - 1],
      );
      assert.deepEqual(differs, [], stdout);
      assert.equal(stdout, '');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
