import { hasRole, type Role } from '../shared/roles.ts';
import { claimsAt } from './claim-order.ts';
import type { Command, Sight } from './commands.ts';
import { type PlainKey, t } from './strings/index.ts';
import { trimmed } from './words-selected.ts';

/** Under which heading commands are listed, in this order. */
export const GROUPS = [
  'claim',
  'verdict',
  'discussion',
  'reading',
  'select',
  'text',
  'go',
  'article',
  'screen',
] as const;

export type Group = (typeof GROUPS)[number];

/** What has to be so for a command; each with what is said where it is not. */
export const NEEDS = {
  words: ({ article, selection }: Sight) => trimmed(article.doc, selection) !== undefined,
  claim: ({ claim }: Sight) => claim !== undefined,
  standing: ({ article, claim }: Sight) => article.claims.get(claim ?? '')?.withdrawn === undefined,
  withdrawn: ({ article, claim }: Sight) => article.claims.get(claim ?? '')?.withdrawn !== undefined,
  orphan: ({ article, claim }: Sight) => article.anchors.get(claim ?? '')?.state === 'orphaned',
  unlocked: ({ article }: Sight) => article.lock === undefined,
  locked: ({ article }: Sight) => article.lock !== undefined,
  editing: ({ editing }: Sight) => editing,
  reading: ({ editing }: Sight) => !editing,
  here: ({ article, selection }: Sight) =>
    claimsAt(article.anchors, (id) => article.claims.has(id), selection.from).length > 0,
} as const satisfies Readonly<Record<string, (sight: Sight) => boolean>>;

/** All there is to know about something that a reviewer can do by keyboard: list, keys, hints and menus are drawn from it. */
export interface CommandRow {
  /** Never another one's; by it the list remembers what was used. */
  readonly id: string;
  readonly says: PlainKey | ((sight: Sight) => string);
  readonly group: Group;
  /** A key pressed alone while the text is only read; with Ctrl Alt it works too, and when single keys are off. */
  readonly key?: string;
  /** Keys pressed together, as ProseMirror writes them; they work always. */
  readonly chord?: string;
  /** Whether `key` with Ctrl Alt does it while the text is edited too. */
  readonly whileEditing?: true;
  readonly role: Role;
  /** What has to be so, that which is to be said first in front. */
  readonly needs?: readonly (keyof typeof NEEDS)[];
  readonly command: Command;
  /** Why it cannot be done where nothing else says so. */
  readonly why?: (sight: Sight) => string | undefined;
}

/** What a command is called. */
export const wordsOfRow = ({ says }: CommandRow, sight: Sight): string =>
  typeof says === 'function' ? says(sight) : t(says);

/** Why a command cannot be done now, in a sentence; nothing when it can. */
export const whyNot = ({ role, needs = [], command, why }: CommandRow, sight: Sight): string | undefined => {
  if (!hasRole(sight.reviewer.role, role)) return t('need.role', { role: t(`role.${role}`) });
  const missing = needs.find((need) => !NEEDS[need](sight));
  if (missing) return t(`need.${missing}`);
  return command(sight) ? undefined : (why?.(sight) ?? t('need.now'));
};
