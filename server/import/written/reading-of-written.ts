import { wrong } from '../../../shared/parsing.ts';
import { type Fate, isKept } from '../clean-up/fate.ts';
import type { Block, Reading, Removal, RemovalReason } from '../reading.ts';
import type { Suggestion } from '../remarks.ts';
import { blocksOf, type Laid } from './blocks.ts';
import { cleanLines } from './clean-lines.ts';
import { type Line, textOf, wordsOf } from './line.ts';
import { withReasons } from './reasons.ts';
import { asCorrection, changeInWords, changesIn, changesWords } from './suggestions.ts';
import { type Item, threadsIn, type Written } from './written.ts';
import { type Placeless, remarksOfComments, remarksOfNotes, type Texts } from './written-remarks.ts';

const lineOf = (item: Item | undefined): Line | undefined => (item && 'line' in item ? item.line : undefined);

/** The line that is styled as the title, or else the first of all when it is the top heading. */
const styledTitle = (items: readonly Item[]): Line | undefined => {
  const filled = items.flatMap((item) => lineOf(item) ?? []).filter((line) => wordsOf(line) !== '');
  const titled = filled.find(({ style }) => style.kind === 'title');
  if (titled) return titled;
  const [first] = filled;
  return first?.style.kind === 'heading' &&
    first === lineOf(items.find((item) => !lineOf(item) || wordsOf(lineOf(item)!) !== ''))
    ? first
    : undefined;
};

/** The changes of all lines as corrections, and those that are none with why. */
const suggestionsIn = (
  { lines, numberOf }: Texts,
  blockOf: Laid['blockOf'],
): { readonly suggestions: readonly Suggestion[]; readonly left: readonly Removal[] } => {
  const suggestions: Suggestion[] = [];
  const left: Removal[] = [];
  for (const line of lines) {
    const all = textOf(line.runs);
    const lead = all.length - all.trimStart().length;
    for (const change of changesIn(line)) {
      const number = numberOf(line);
      const correction = number === undefined ? undefined : asCorrection(all, change);
      if (correction && number !== undefined) {
        const within = (at: number): number => Math.max(0, Math.min(at - lead, wordsOf(line).length));
        suggestions.push({ ...correction, text: number, from: within(correction.from), to: within(correction.to) });
      } else if (changesWords(all, change)) {
        const isParagraph = change.from === change.to && (change.from <= lead || change.to >= all.trimEnd().length);
        const below = isParagraph && change.from > lead ? 1 : 0;
        left.push({
          text: isParagraph ? change.instead.trim() : changeInWords(line, change),
          reason: isParagraph ? 'inserted' : 'rearranged',
          before: (blockOf.get(line) ?? 0) + below,
        });
      }
    }
  }
  return { suggestions, left };
};

const removalsOf = (all: readonly Placeless[], reason: RemovalReason, { blockOf, blocks }: Laid): readonly Removal[] =>
  all.map(({ text, near }) => ({ text, reason, before: (near && blockOf.get(near)) ?? blocks.length }));

/** What is cleaned away, with the place among the blocks that stay. */
const cleanedAway = (
  items: readonly Item[],
  fates: ReadonlyMap<Line, Fate>,
  title: Line | undefined,
): readonly Removal[] => {
  const removed: Removal[] = [];
  let kept = 0;
  const titleAt = items.findIndex((item) => lineOf(item) === title);
  items.forEach((item, at) => {
    const line = lineOf(item);
    const fate = line && fates.get(line);
    if (!line || fate === undefined || fate === 'title') return;
    if (isKept(fate)) kept += 1;
    else removed.push({ text: wordsOf(line), reason: fate, before: at < titleAt ? -1 : kept });
  });
  return removed;
};

export const placesOf = (lines: readonly Line[]): ReadonlyMap<Line, number> =>
  new Map(lines.map((line, at) => [line, at]));

/** The reading of what was written in a word processor; the text is the one before its tracked changes. */
export const readingOfWritten = (written: Written, clean: boolean): Reading => {
  const cleaned = cleanLines(written.items, clean);
  const title = cleaned.title ?? styledTitle(written.items);
  const stays = (item: Item): boolean => {
    const line = lineOf(item);
    return line === undefined || (line !== title && isKept(cleaned.fates.get(line) ?? 'keep'));
  };
  const laid = blocksOf(written.items.filter(stays));
  const numbers = new Map([...(title ? [title] : []), ...laid.texts].map((line, at) => [line, title ? at : at + 1]));
  const texts: Texts = {
    lines: written.lines,
    placeOf: placesOf(written.lines),
    numberOf: (line) => numbers.get(line),
  };
  const said = remarksOfComments(threadsIn(written.comments), written, texts);
  const noted = remarksOfNotes(written, texts);
  const { suggestions: suggested, left } = suggestionsIn(texts, laid.blockOf);
  const removed = [
    ...cleanedAway(written.items, cleaned.fates, title),
    ...removalsOf([...said.placeless, ...noted.placeless], 'placeless', laid),
    ...removalsOf(
      written.hidden.map(({ line, text }) => ({ text, near: line })),
      'hidden',
      laid,
    ),
    ...left,
    ...(written.told ?? []).map((text): Removal => ({ text, reason: 'told', before: laid.blocks.length })),
  ].filter(({ text }) => text.trim() !== '');
  const blocks: readonly Block[] = laid.blocks;
  if (!title && blocks.length === 0 && removed.length === 0) throw wrong('', 'no-words');
  const { remarks, suggestions } = withReasons([...said.remarks, ...noted.remarks], suggested);
  return {
    title: title ? wordsOf(title).replaceAll('\n', ' ') : '',
    blocks,
    removed: removed.toSorted((one, other) => one.before - other.before),
    ...(written.language && { language: written.language }),
    ...(remarks.length > 0 && { remarks }),
    ...(suggestions.length > 0 && { suggestions }),
  };
};
