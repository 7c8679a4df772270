import { hasRole } from '../shared/roles.ts';
import { claimsAt } from './claim-order.ts';
import type { CommandRow } from './command-row.ts';
import type { Sight } from './commands.ts';
import { t } from './strings/index.ts';
import { trimmed } from './words-selected.ts';

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

/** Why a command cannot be done now, in a sentence; nothing when it can. */
export const whyNot = ({ role, needs = [], command, why }: CommandRow, sight: Sight): string | undefined => {
  if (!hasRole(sight.reviewer.role, role)) return t('need.role', { role: t(`role.${role}`) });
  const missing = needs.find((need) => !NEEDS[need](sight));
  if (missing) return t(`need.${missing}`);
  return command(sight) ? undefined : (why?.(sight) ?? t('need.now'));
};
