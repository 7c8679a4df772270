/** One text for equal values: keys sorted, nothing optional, `undefined` left out (RFC 8785 for the values used here). */
export const canonicalJson = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) {
    let items = '';
    for (const each of value) items += `${items === '' ? '' : ','}${canonicalJson(each ?? null)}`;
    return `[${items}]`;
  }
  if ('toJSON' in value && typeof value.toJSON === 'function') return canonicalJson(value.toJSON());
  return `{${canonicalMembers(value).join(',')}}`;
};

/** The members of an object as canonical JSON has them, in order. */
export const canonicalMembers = (object: object): readonly string[] => {
  const values = object as Readonly<Record<string, unknown>>;
  const members: string[] = [];
  for (const key of Object.keys(values).sort()) {
    if (values[key] !== undefined) members.push(`${JSON.stringify(key)}:${canonicalJson(values[key])}`);
  }
  return members;
};
