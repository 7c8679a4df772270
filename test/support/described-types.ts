/** As much of a JSON Schema as docs/api/openapi.json uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
}

const NAMED: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
};

const objectType = ({ properties = {}, required = [], additionalProperties: more }: Schema): string => {
  const members = Object.entries(properties).map(
    ([name, each]) => `readonly ${JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${typeOf(each)};`,
  );
  const record = typeof more === 'object' ? `Readonly<Record<string, ${typeOf(more)}>>` : undefined;
  if (members.length === 0) return record ?? 'object';
  return [`{ ${members.join(' ')} }`, ...(record ? [record] : [])].join(' & ');
};

const plainType = (schema: Schema, type: string): string => {
  if (type === 'array') return `readonly (${typeOf(schema.items)})[]`;
  return NAMED[type] ?? objectType(schema);
};

/** A schema as TypeScript writes it; a schema that only says what is required says nothing there. */
export const typeOf = (schema: Schema | undefined): string => {
  if (!schema) return 'unknown';
  if (schema.$ref !== undefined) return `Described.${schema.$ref.split('/').at(-1)}`;
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(' | ');
  const choices = (schema.oneOf ?? schema.anyOf ?? []).map(typeOf).filter((each) => each !== 'unknown');
  const types =
    typeof schema.type === 'string' ? [schema.type] : (schema.type ?? (schema.properties ? ['object'] : []));
  const own = types.map((each) => plainType(schema, each));
  const all = [choices, own].filter(({ length }) => length > 0).map((each) => `(${each.join(' | ')})`);
  return (
    [...all.filter((each) => !(choices.length > 0 && each === '(object)')), ...(schema.allOf ?? []).map(typeOf)].join(
      ' & ',
    ) || 'unknown'
  );
};
