import { WHY_CORRECTED } from '../../../shared/export/docx/labels.ts';
import type { Remark, Suggestion } from '../remarks.ts';

/** The suggestion on whose words a remark stands that gives its reason, as an export of ours does. */
const reasonedBy = (remark: Remark, suggestions: readonly Suggestion[]): Suggestion | undefined => {
  const { messages, from, to } = remark;
  const [first, more] = messages;
  if (!first?.text.startsWith(WHY_CORRECTED) || more) return undefined;
  return suggestions.find(
    (each) =>
      each.author === first.author &&
      each.text === from.text &&
      each.from <= from.at &&
      to.text === from.text &&
      to.at <= each.to,
  );
};

/** Suggestions with the reasons that stand on their words as remarks, and the other remarks. */
export const withReasons = (
  all: readonly Remark[],
  suggestions: readonly Suggestion[],
): { readonly remarks: readonly Remark[]; readonly suggestions: readonly Suggestion[] } => {
  const reasons = new Map<Suggestion, string>();
  const remarks = all.filter((remark) => {
    const suggestion = reasonedBy(remark, suggestions);
    if (!suggestion || reasons.has(suggestion)) return true;
    reasons.set(suggestion, remark.messages[0]?.text.slice(WHY_CORRECTED.length).trim() ?? '');
    return false;
  });
  return {
    remarks,
    suggestions: suggestions.map((each) => ({ ...each, ...(reasons.has(each) && { why: reasons.get(each)! }) })),
  };
};
