import assert from 'node:assert/strict';

/** A span of a text with its type, as brat reads it. */
export interface Entity {
  readonly id: string;
  readonly type: string;
  readonly words: string;
}

/** What a standoff file says, by the ids of what it says it of. */
export interface ReadStandoff {
  readonly entities: readonly Entity[];
  readonly attributes: readonly (readonly [of: string, name: string, value: string])[];
  readonly relations: readonly (readonly [name: string, from: string, to: string])[];
  readonly notes: readonly (readonly [of: string, text: string])[];
}

const TYPE = '[A-Za-z0-9_-]+';
const FORMS = {
  T: new RegExp(String.raw`^(T\d+)\t(${TYPE}) (\d+ \d+(?:;\d+ \d+)*)\t(.*)$`, 'u'),
  A: new RegExp(String.raw`^(A\d+)\t(${TYPE}) (T\d+) (${TYPE})$`),
  R: new RegExp(String.raw`^(R\d+)\t(${TYPE}) Arg1:(T\d+) Arg2:(T\d+)$`),
  '#': /^(#\d+)\tAnnotatorNotes (T\d+)\t(.+)$/u,
} as const;

/** Reads a standoff file strictly: every line is of a form of brat's, ids are there once, and every span has the words of the text. */
export const readStandoff = (text: string, ann: string): ReadStandoff => {
  const characters = [...text];
  const seen = new Set<string>();
  const [entities, attributes, relations, notes]: [
    Entity[],
    [string, string, string][],
    [string, string, string][],
    [string, string][],
  ] = [[], [], [], []];
  for (const line of ann.split('\n').slice(0, -1)) {
    const kind = line[0] as keyof typeof FORMS;
    const [, id = '', ...rest] = FORMS[kind]?.exec(line) ?? assert.fail(`not a line of brat: ${JSON.stringify(line)}`);
    assert.ok(!seen.has(id), id);
    seen.add(id);
    const [first = '', second = '', third = ''] = rest;
    if (kind === 'T') {
      const pieces = second.split(';').map((piece) => {
        const [from = 0, to = 0] = piece.split(' ').map(Number);
        assert.ok(from < to && to <= characters.length, line);
        return characters.slice(from, to).join('');
      });
      for (const piece of pieces) assert.ok(!piece.includes('\n'), line);
      assert.equal(pieces.join(' '), third);
      entities.push({ id, type: first, words: third });
    } else if (kind === '#') notes.push([first, second]);
    else if (kind === 'A') attributes.push([second, first, third]);
    else relations.push([first, second, third]);
  }
  assert.equal(ann === '' || ann.endsWith('\n'), true);
  return { entities, attributes, relations, notes };
};
