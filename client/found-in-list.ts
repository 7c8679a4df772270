import { hasRole } from '../shared/roles.ts';
import type { Block } from './blocks.ts';
import { claimName } from './claim-search.ts';
import { type CommandRow, GROUPS, type Group } from './command-row.ts';
import { beginningOf, claimsFound, found, paragraphsFound } from './command-search.ts';
import type { Command, Sight } from './commands.ts';
import { listedCommands } from './listed-commands.ts';
import { t } from './strings/index.ts';
import { whyNot } from './why-not.ts';

/** A line of the list of commands. */
export interface Line {
  readonly id: string;
  readonly words: string;
  /** The command that the line is, unless it leads to a claim or a paragraph. */
  readonly row?: CommandRow;
  /** Why it cannot be done now. */
  readonly why?: string;
  readonly command: Command;
}

/** Lines under a heading. */
export interface Section {
  readonly group: Group | 'recent' | 'claims' | 'paragraphs' | 'search' | 'not';
  readonly lines: readonly Line[];
}

const FOUND = 6;

/** What a command is called. */
export const wordsOfRow = ({ id, says }: CommandRow, sight: Sight): string => {
  if (says === undefined) return t(`command.${id}`);
  return typeof says === 'function' ? says(sight) : t(says);
};

const lineOf = (sight: Sight, row: CommandRow): Line => {
  const why = whyNot(row, sight);
  return { id: row.id, words: wordsOfRow(row, sight), row, command: row.command, ...(why !== undefined && { why }) };
};

const toClaim =
  (claim: string): Command =>
  (_sight, dispatch) => {
    dispatch?.({ claim, screen: { go: 'card' } });
    return true;
  };

const toPlace =
  (at: number): Command =>
  (_sight, dispatch) => {
    dispatch?.({ screen: { select: { from: at, to: at } } });
    return true;
  };

/** The line that looks for what was typed in all articles. */
const everywhere = (query: string): Line => ({
  id: 'search everywhere',
  words: t('commands.searchFor', { query }),
  command: (_sight, dispatch) => {
    dispatch?.({ screen: { seek: query } });
    return true;
  },
});

/** What the list of commands shows for a query: what can be done first, what was used last in front, and at the end what cannot. */
export const foundInList = (
  sight: Sight,
  blocks: readonly Block[],
  recent: readonly string[],
  query: string,
): readonly Section[] => {
  const { article } = sight;
  const isAll = query.trim() === '';
  // The list itself is where one is; and what one's role never allows is told only to who asks for it.
  const rows = listedCommands(article).filter(
    ({ id, role }) => id !== 'commands' && (!isAll || hasRole(sight.reviewer.role, role)),
  );
  const all = rows.map((row) => lineOf(sight, row));
  const lines = isAll ? all : found(all, ({ words }) => words, query);
  const possible = lines.filter(({ why }) => why === undefined);
  const usedLast = recent.flatMap((id) => possible.find((line) => line.id === id) ?? []);
  const rest = possible.filter((line) => !usedLast.includes(line));
  const byGroup = isAll ? GROUPS : [...new Set(rest.map(({ row }) => row?.group ?? 'go'))];
  const claims = claimsFound(article, query, FOUND).map((claim) => ({
    id: `claim ${claim.id}`,
    words: claimName(article, claim),
    command: toClaim(claim.id),
  }));
  const paragraphs = paragraphsFound(article.doc, blocks, query, FOUND).map((block) => ({
    id: `paragraph ${block.number}`,
    words: `${t('commands.paragraph', { number: block.number })}: ${beginningOf(article.doc, block)}`,
    command: toPlace(block.from + 1),
  }));
  const sections: readonly Section[] = [
    { group: 'recent', lines: usedLast },
    ...byGroup.map((group) => ({ group, lines: rest.filter(({ row }) => row?.group === group) })),
    { group: 'claims', lines: claims },
    { group: 'paragraphs', lines: paragraphs },
    { group: 'not', lines: lines.filter(({ why }) => why !== undefined) },
    { group: 'search', lines: isAll ? [] : [everywhere(query.trim())] },
  ];
  return sections.filter(({ lines: some }) => some.length > 0);
};
