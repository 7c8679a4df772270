import { wrong } from '../../shared/parsing.ts';
import { type Block, type Reading, type Removal, wordsOfBlock } from './reading.ts';

/** The most that a reading may hold: UTF-16 units of text, blocks, remarks and changes together, and removals, of which those at one place are put together. */
export const BOUNDS = { characters: 2_000_000, blocks: 20_000, removals: 2_000, title: 2_000, remarks: 5_000 } as const;

const isAlone = (removed: readonly Removal[], at: number): boolean => {
  const before = removed[at - 1];
  return before?.before !== removed[at]!.before || before.reason !== removed[at]!.reason;
};

/** The same removals as fewer: neighbours at one place for one reason are one, and in the end all at one place. */
const fewer = (removed: readonly Removal[]): readonly Removal[] => {
  if (removed.length <= BOUNDS.removals) return removed;
  const joined: Removal[] = [];
  const startsAnew = removed.map((_, at) => isAlone(removed, at));
  const starts = startsAnew.filter(Boolean).length;
  removed.forEach((each, at) => {
    const last = joined.at(-1);
    const joins = starts <= BOUNDS.removals ? !startsAnew[at] : joined.length === BOUNDS.removals;
    if (last && joins) joined[joined.length - 1] = { ...last, text: `${last.text}\n${each.text}` };
    else joined.push(each);
  });
  return joined;
};

const unitsOf = (blocks: readonly Block[]): number => {
  let units = 0;
  for (const block of blocks) for (const text of wordsOfBlock(block)) units += text.length + 1;
  return units;
};

/** A reading that an article can be made of; one that holds more than any article may is refused with `Invalid`. */
export const bounded = (reading: Reading): Reading => {
  const { blocks, removed } = reading;
  if (blocks.length > BOUNDS.blocks) throw wrong('', 'too-many-blocks', { most: BOUNDS.blocks, given: blocks.length });
  const said = (reading.remarks ?? []).flatMap(({ messages, claim }) => [
    ...messages,
    ...(claim?.threads ?? []).flatMap((thread) => thread.messages),
  ]);
  const units = unitsOf(blocks) + [...removed, ...said].reduce((sum, { text }) => sum + text.length, 0);
  if (units > 2 * BOUNDS.characters) throw wrong('', 'too-long', { most: BOUNDS.characters, given: units });
  const beside = (reading.remarks?.length ?? 0) + (reading.suggestions?.length ?? 0);
  if (beside > BOUNDS.remarks) throw wrong('', 'too-many', { most: BOUNDS.remarks, given: beside });
  return { ...reading, removed: fewer(removed) };
};
