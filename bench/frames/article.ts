import assert from 'node:assert/strict';
import type { APIRequestContext } from 'playwright-core';
import { Node } from 'prosemirror-model';
import { blocksOf } from '../../client/blocks.ts';
import { OPERATION_CAPS } from '../../shared/operation.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { schema } from '../../shared/schema.ts';
import { paragraphs } from '../sample-text.ts';

/** Who speaks to the server's API, and where. */
export interface Desk {
  readonly request: APIRequestContext;
  readonly address: string;
}

/** A paragraph of an article as the server has it. */
interface Paragraph {
  /** The position of its first character. */
  readonly at: number;
  readonly text: string;
}

/** An article on a server, as it was made. */
export interface Made {
  readonly id: string;
  readonly version: number;
  readonly paragraphs: readonly Paragraph[];
}

const LENGTH = 200;
/** Characters of a paragraph before its first claim: its number, which is in no claim. */
const MARGIN = 10;

const post = async ({ request, address }: Desk, path: string, data: unknown): Promise<Record<string, unknown>> => {
  const answer = await request.post(`${address}/api/${path}`, { data, headers: { origin: address } });
  assert.ok(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
};

const paragraphsOf = async ({ request, address }: Desk, article: string): Promise<readonly Paragraph[]> => {
  const log = await request.get(`${address}/api/articles/${article}/log?after=0&limit=1`);
  const [first] = (await log.json()).entries;
  const doc = Node.fromJSON(schema, first.parts[0].doc);
  return blocksOf(doc).map(({ from }) => ({ at: from + 1, text: doc.nodeAt(from)?.textContent ?? '' }));
};

/** Does parts on an article, as the API takes them, and says the version after. */
export const perform = async (
  desk: Desk,
  article: string,
  base: number,
  parts: readonly unknown[],
): Promise<number> => {
  const opId = `bench-${base}-${Math.random().toString(36).slice(2)}`;
  const answer = await post(desk, `articles/${article}/operations`, { opId, base, parts });
  return Number(answer.version);
};

const TITLE = 'The moon';
const RATINGS = ['true', 'mostly-true', 'mixed', 'false', 'unproven'];

const claimParts = ({ at, text }: Paragraph, place: number, room: number, id: number): readonly AnyPart[] => {
  const from = MARGIN + place * room;
  const to = from + Math.min(40, room - 1);
  const quote = {
    exact: text.slice(from, to),
    prefix: text.slice(Math.max(0, from - 8), from),
    suffix: text.slice(to, to + 8),
  };
  const claim = `c${id}`;
  const parts: AnyPart[] = [
    {
      kind: 'claim.mark',
      claim,
      place: { from: at + from, to: at + to },
      quote,
      fields: { statement: `Statement ${id} of the moon, which is so many kilometres away from where it is said.` },
    },
  ];
  if (id % 4 !== 0)
    parts.push({
      kind: 'evidence.attach',
      evidence: `e${id}`,
      claim,
      source: `s${id % 40}`,
      fields: { stance: 'supports', passage: quote.exact },
    });
  const rating = RATINGS[id % RATINGS.length] ?? 'true';
  if (id % 5 < 3)
    parts.push({
      kind: 'verdict.give',
      verdict: `v${id}`,
      claim,
      scale: 'truth@1',
      rating,
      rationale: 'As the almanac has it.',
    });
  return parts;
};

/** Makes an article with so many characters and claims, three of four with evidence and three of five with a verdict. */
export const makeArticle = async (desk: Desk, characters: number, claims: number): Promise<Made> => {
  // A number with a point after it would begin an item of a list, and all of them be one list.
  const texts = paragraphs(Math.ceil(characters / LENGTH), LENGTH).map((text) => text.replace('.', ':'));
  const made = await post(desk, 'articles', { title: TITLE, text: texts.join('\n\n') });
  const id = String(made.id);
  let version = Number(made.version);
  const sources: AnyPart[] = Array.from({ length: 40 }, (_, index) => ({
    kind: 'source.add',
    source: `s${index}`,
    fields: { title: `Almanac ${index}`, url: `https://almanac.example/${index}` },
  }));
  const each = Math.max(1, Math.ceil(claims / texts.length));
  const room = Math.floor((LENGTH - 4 - MARGIN) / each);
  const found = await paragraphsOf(desk, id);
  const all = Array.from({ length: claims }, (_, index) => {
    const number = each > 1 ? Math.floor(index / each) : Math.floor((index * texts.length) / claims);
    const paragraph = found[number];
    if (!paragraph) throw new Error(`there is no paragraph ${number}`);
    return claimParts(paragraph, index % each, room, index);
  });
  for (const parts of portions([sources, ...all])) version = await perform(desk, id, version, parts);
  return { id, version, paragraphs: found };
};

const portions = function* (all: readonly (readonly AnyPart[])[]): Generator<readonly AnyPart[]> {
  let some: AnyPart[] = [];
  for (const parts of all) {
    if (some.length + parts.length > OPERATION_CAPS.parts) {
      yield some;
      some = [];
    }
    some.push(...parts);
  }
  yield some;
};
