import type { Article } from '../shared/article.ts';
import { CLAIMANT_FIELDS, type Claimant } from '../shared/attribution.ts';
import { withEmpty } from '../shared/fields.ts';
import { searchable } from './claim-search.ts';
import { t } from './strings/index.ts';

/** The ways in which one claimant usually leads to the next, with what that is then. */
export const LEADS = { citing: 'organization', quoting: 'person', data: 'dataset' } as const satisfies Readonly<
  Record<string, Claimant['kind']>
>;

/** What is filled in for a claimant to whom another leads in one of these ways. */
export const ledTo = (lead: keyof typeof LEADS): Partial<Claimant> => ({
  kind: LEADS[lead],
  verb: t(`attribution.verb.${lead}`),
});

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
