import type { Mention } from '../shared/thread.ts';

/** A message that is being written: its text, and who is named where in it. */
export interface Said {
  readonly text: string;
  readonly mentions: readonly Mention[];
}

/** Somebody who can be named. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** A message of which nothing is written yet. */
export const NOTHING_SAID: Said = { text: '', mentions: [] };

const sharedStart = (one: string, other: string): number => {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
};

const sharedEnd = (one: string, other: string, most: number): number => {
  let length = 0;
  while (length < most && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return length;
};

/** The message after its text was changed: a mention that was typed into is one no longer, the others stay on their words. */
export const rewritten = ({ text, mentions }: Said, next: string): Said => {
  const start = sharedStart(text, next);
  const end = sharedEnd(text, next, Math.min(text.length, next.length) - start);
  const shift = next.length - text.length;
  const kept = mentions.flatMap((mention) => {
    if (mention.to <= start) return [mention];
    if (mention.from >= text.length - end) return [{ ...mention, from: mention.from + shift, to: mention.to + shift }];
    return [];
  });
  return { text: next, mentions: kept };
};

/** What is asked for after an "@" that the caret stands behind; nothing when no name is being asked for. */
export interface Asked {
  readonly from: number;
  readonly query: string;
}

/** The name that is being asked for where the caret stands. */
export const askedAt = ({ text, mentions }: Said, caret: number): Asked | undefined => {
  const found = /(?<![\p{L}\p{N}_])@([\p{L}\p{M}\p{N}'’.-]{0,30}(?: [\p{L}\p{M}\p{N}'’.-]{0,30})?)$/u.exec(
    text.slice(0, caret),
  );
  if (!found || mentions.some((each) => each.from === found.index)) return undefined;
  return { from: found.index, query: found[1] ?? '' };
};

const folded = (words: string): string => words.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** At most so many names are offered at once. */
const OFFERED = 6;

/** Whose name, or a part of it, begins with what is asked for. */
export const offeredFor = (people: readonly Person[], { query }: Asked): readonly Person[] => {
  const wanted = folded(query);
  const begins = ({ name }: Person): boolean =>
    folded(name).startsWith(wanted) ||
    folded(name)
      .split(/\s+/)
      .some((part) => part.startsWith(wanted));
  return people.filter(begins).slice(0, OFFERED);
};

/** The message with a name put in the place of what was asked for, and where the caret goes. */
export const named = (said: Said, { from, query }: Asked, { id, name }: Person): readonly [Said, caret: number] => {
  const words = `@${name}`;
  const after = from + 1 + query.length;
  const space = /^\s/.test(said.text.slice(after)) ? '' : ' ';
  const text = said.text.slice(0, from) + words + space + said.text.slice(after);
  const mention = { reviewer: id, from, to: from + words.length };
  const others = rewritten(said, text).mentions.filter((each) => each.to <= from || each.from >= mention.to);
  return [{ text, mentions: [...others, mention].sort((one, other) => one.from - other.from) }, mention.to + 1];
};

/** The message without white space around it. */
export const trimmedSaid = (said: Said): Said => {
  const cut = rewritten(said, said.text.trimEnd());
  return rewritten(cut, cut.text.trimStart());
};
