import type { Mark, Node } from 'prosemirror-model';
import { linkAddress } from '../web-address.ts';
import { escaped, escapedAtStart, linked } from './escaped.ts';

/** What is put behind a position of a text, in Markdown. */
export type Behind = ReadonlyMap<number, string>;

/** Words with the marks on them, or Markdown as it is; a line end is a hard break. */
interface Run {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly raw?: true;
}

const isText = (character: string): boolean => character !== '' && !/[\s\p{P}\p{S}]/u.test(character);

const first = (text: string): string => String.fromCodePoint(...(text === '' ? [] : [text.codePointAt(0) ?? 0]));
const last = (text: string): string => Array.from(text.slice(-2)).at(-1) ?? '';

const asEntity = (character: string): string => `&#x${character.codePointAt(0)?.toString(16)};`;

/** Markdown that is put together piece by piece, such that no piece changes what another one means. */
class Pieces {
  #out = '';
  /** What the last delimiter closed, while nothing has come behind it. */
  #closed: { readonly sign: string; readonly within: string } | undefined;
  readonly #startsLine: boolean;

  constructor(startsLine: boolean) {
    this.#startsLine = startsLine;
  }

  get text(): string {
    return this.#out;
  }

  get isAtStart(): boolean {
    return this.#out === '' ? this.#startsLine : this.#out.endsWith('\\\n');
  }

  /** Puts Markdown behind it. */
  add(markdown: string): void {
    if (markdown === '') return;
    // An exclamation mark before a link makes a picture of it (CommonMark §6.4).
    if (markdown.startsWith('[') && /(?:^|[^\\])(?:\\\\)*!$/.test(this.#out))
      this.#out = `${this.#out.slice(0, -1)}\\!`;
    const head = first(markdown);
    const joins = this.#closed && isText(head) && mustStandApart(this.#closed.sign, last(this.#closed.within));
    this.#out += joins ? asEntity(head) + markdown.slice(head.length) : markdown;
    this.#closed = undefined;
  }

  /** Puts emphasis behind it (§6.2): next to a letter its signs would be taken for words, which the letter as an entity prevents. */
  addWithin(sign: string, within: string): void {
    const tail = last(this.#out);
    if (isText(tail) && mustStandApart(sign, first(within)))
      this.#out = this.#out.slice(0, this.#out.length - tail.length) + asEntity(tail);
    this.add(`${sign}${within}${sign}`);
    this.#closed = { sign, within };
  }
}

const mustStandApart = (sign: string, inside: string): boolean => sign === '_' || !isText(inside);

/** Words in the signs of code (§6.1), which are more than are in them. */
const codeOf = (text: string): string => {
  const words = text.replaceAll('\0', '\u2400').replaceAll(/[\r\n]+/g, ' ');
  if (words.trim() === '') return words;
  const fence = '`'.repeat(1 + Math.max(0, ...[...words.matchAll(/`+/g)].map(([run]) => run.length)));
  const pad = /^`|`$|^ .* $/s.test(words) ? ' ' : '';
  return `${fence}${pad}${words}${pad}${fence}`;
};

const addText = (pieces: Pieces, text: string): void =>
  text.split('\n').forEach((line, index) => {
    if (index > 0 && !pieces.isAtStart) pieces.add('\\\n');
    pieces.add(pieces.isAtStart ? escapedAtStart(line) : escaped(line));
  });

const ORDER = ['link', 'em', 'strong', 'code'] as const;

const markOf = ({ marks }: Run, name: string): Mark | undefined => marks.find(({ type }) => type.name === name);

/** Runs that follow each other and have the same mark of a name, or none. */
const together = (runs: readonly Run[], name: string): readonly (readonly Run[])[] => {
  const groups: Run[][] = [];
  for (const run of runs) {
    const [before] = groups.at(-1) ?? [];
    const [one, other] = [before && markOf(before, name), markOf(run, name)];
    if (before && (one === other || (one && other?.eq(one)))) groups.at(-1)?.push(run);
    else groups.push([run]);
  }
  return groups;
};

/** What is marked without the white space at its ends, on which no emphasis can begin or end. */
const addMarked = (pieces: Pieces, sign: string, inner: string): void => {
  const [, before = '', within = '', behind = ''] = /^((?:\\\n|[^\S\n])*)(.*?)((?:\\\n|[^\S\n])*)$/su.exec(inner) ?? [];
  pieces.add(before);
  if (within !== '') pieces.addWithin(sign, within);
  pieces.add(behind);
};

const writeLink = (pieces: Pieces, group: readonly Run[], mark: Mark): void => {
  const within = new Pieces(pieces.isAtStart);
  writeRuns(
    within,
    group.filter(({ raw }) => !raw),
    1,
  );
  const words = within.text;
  pieces.add(words.trim() === '' ? words : linked(words, linkAddress(String(mark.attrs.href))));
  // There is no link in a link: what is put behind words in one goes behind it.
  for (const { raw, text } of group) if (raw) pieces.add(text);
};

const writeCode = (pieces: Pieces, group: readonly Run[]): void => {
  for (const { raw, text } of group) pieces.add(raw ? text : codeOf(text));
};

const writeEmphasis = (pieces: Pieces, group: readonly Run[], sign: string, depth: number): void => {
  const within = new Pieces(pieces.isAtStart);
  writeRuns(within, group, depth + 1);
  addMarked(pieces, sign, within.text);
};

const writeMarked = (pieces: Pieces, group: readonly Run[], mark: Mark, depth: number): void => {
  const { name } = mark.type;
  if (name === 'link') writeLink(pieces, group, mark);
  else if (name === 'code') writeCode(pieces, group);
  else writeEmphasis(pieces, group, name === 'em' ? '_' : '**', depth);
};

const writeRuns = (pieces: Pieces, runs: readonly Run[], depth: number): void => {
  const name = ORDER[depth];
  if (name === undefined) {
    for (const { text, raw } of runs)
      if (raw) pieces.add(text);
      else addText(pieces, text);
    return;
  }
  for (const group of together(runs, name)) {
    const mark = group[0] && markOf(group[0], name);
    if (mark) writeMarked(pieces, group, mark, depth);
    else writeRuns(pieces, group, depth + 1);
  }
};

/** The words of a text node, cut where something is put behind them. */
const cut = (node: Node, position: number, behind: Behind): readonly Run[] => {
  const { text = '', marks } = node;
  const runs: Run[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at += 1) {
    const put = behind.get(position + at);
    if (put === undefined) continue;
    runs.push({ text: text.slice(from, at), marks }, { text: put, marks, raw: true });
    from = at;
  }
  return from < text.length ? [...runs, { text: text.slice(from), marks }] : runs;
};

/** The inline content of a block as Markdown, over as many lines as it has hard breaks. `start` is the position before its first word. */
export const inlineMarkdown = (block: Node, start: number, behind: Behind): string => {
  const runs: Run[] = [];
  block.forEach((node, offset) => {
    if (node.isText) runs.push(...cut(node, start + offset, behind));
    else runs.push({ text: '\n', marks: node.marks });
  });
  const pieces = new Pieces(true);
  const lines = (run: Run): Run => (run.raw ? run : { ...run, text: run.text.replaceAll(/\r\n?/g, '\n') });
  writeRuns(pieces, runs.map(lines), 0);
  return pieces.text.replace(/(?:\\\n|[ \t])+$/, '');
};
