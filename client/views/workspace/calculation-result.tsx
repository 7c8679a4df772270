import { wordsOf } from '../../../shared/article.ts';
import type { Claim } from '../../../shared/claim.ts';
import { type Held, holdAgainst } from '../../../shared/hedge-test.ts';
import { settingsOf } from '../../../shared/settings.ts';
import type { Trouble } from '../../calculation/trouble.ts';
import { countOf } from '../../calculation/units.ts';
import type { Worked } from '../../calculation/work-out.ts';
import { heldInWords, troubleInWords } from '../../calculation-words.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';

/** Whether a result is what the claim says: held against its words, and where these have no figure against its statement. */
const useHeld = (claim: Claim, worked: Worked, unit: string): Held | undefined => {
  const article = useWorkspace().article.value;
  if (!article) return undefined;
  const { bounds, sort } = worked;
  const outcome = { ...bounds, sort, unit, each: countOf(unit) };
  const against = (words: string): Held =>
    holdAgainst(words, outcome, settingsOf(article).hedges, article.origin.language || 'en');
  const held = against(wordsOf(article, claim.id) || claim.quote.exact);
  return held.why === 'no-figure' && claim.statement !== '' ? against(claim.statement) : held;
};

interface Parts {
  readonly claim: Claim;
  readonly worked: Worked;
  readonly unit: string;
}

/** Whether a result is what the claim says by the desk's rule, in a sentence, and what else is to be said of it. */
export const HeldLine = ({ claim, worked, unit }: Parts) => {
  const held = useHeld(claim, worked, unit);
  return (
    <>
      {worked.remarks.map((remark) => (
        <p key={remark} class="calc-remark">
          {t(`calc.remark.${remark}`)}
        </p>
      ))}
      {held && (
        <p class={`calc-held is-${held.verdict}`} dir="auto">
          {heldInWords(held, worked, unit)}
        </p>
      )}
    </>
  );
};

/** What stands in the way of a result, with its place in the formula. */
export const TroubleLine = ({ trouble, formula }: { readonly trouble: Trouble; readonly formula: string }) => {
  const [at, to] = [Math.min(trouble.at, formula.length), Math.min(trouble.to, formula.length)];
  return (
    <>
      {formula.trim() !== '' && (
        <code class="calc-place" dir="ltr" aria-hidden="true">
          {formula.slice(0, at)}
          <mark>{formula.slice(at, to) || '\u00a0'}</mark>
          {formula.slice(to)}
        </code>
      )}
      <p class="error">{troubleInWords(trouble)}</p>
    </>
  );
};
