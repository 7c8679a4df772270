import type { Article } from '../shared/article.ts';
import { CLAIMANT_FIELDS, type Claimant } from '../shared/attribution.ts';
import { withEmpty } from '../shared/fields.ts';
import { searchable } from './claim-search.ts';

/** The ways in which one claimant usually leads to the next. */
export const LEADS = {
  citing: { kind: 'organization', verb: 'citing' },
  quoting: { kind: 'person', verb: 'quoting' },
  data: { kind: 'dataset', verb: 'of' },
} as const satisfies Readonly<Record<string, Partial<Claimant>>>;

/** Who is named in the attributions of an article already, those named most first; without what belongs to one claim alone. */
export const claimantsIn = ({ claims }: Article): readonly Claimant[] => {
  const found = new Map<string, { readonly claimant: Claimant; readonly times: number }>();
  for (const { attribution, withdrawn } of claims.values())
    for (const { name, kind, role } of withdrawn ? [] : attribution) {
      const key = searchable(name);
      const before = found.get(key);
      const claimant = before?.claimant.role ? before.claimant : withEmpty(CLAIMANT_FIELDS, { name, kind, role });
      found.set(key, { claimant, times: (before?.times ?? 0) + 1 });
    }
  return [...found.values()].sort((one, other) => other.times - one.times).map(({ claimant }) => claimant);
};
