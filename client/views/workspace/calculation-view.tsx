import '../../styles/calculation.css';
import { useMemo } from 'preact/hooks';
import type { Calculation, CalculationInput } from '../../../shared/calculation.ts';
import { filledFormula } from '../../../shared/calculation.ts';
import type { Claim } from '../../../shared/claim.ts';
import { outcomeOf } from '../../../shared/outcome.ts';
import { type Source, sourceName } from '../../../shared/source.ts';
import { type Difference, differences, doubtOf, judgedCalculation, type Wording } from '../../calculation/checks.ts';
import { decimalShown } from '../../calculation/numbers.ts';
import { Trouble } from '../../calculation/trouble.ts';
import { workOut } from '../../calculation/work-out.ts';
import { amountInWords, resultInWords } from '../../calculation-words.ts';
import { reviseSource } from '../../source-commands.ts';
import { language, t } from '../../strings/index.ts';
import { dateInWords } from '../../times.ts';
import { CalculationForm } from './calculation-form.tsx';
import { HeldLine, TroubleLine } from './calculation-result.tsx';
import { useWorkspace } from './here.ts';
import { useCalculation } from './use-calculation.ts';

interface Parts {
  readonly claim: Claim;
  readonly source: Source;
  readonly calculation: Calculation;
  /** Whether the claim is withdrawn. */
  readonly isGone: boolean;
}

/** An own calculation as evidence of a claim: what it comes to, whether that is what the claim says, and where its numbers are from. */
export const CalculationView = ({ claim, source, calculation, isGone }: Parts) => {
  const workspace = useWorkspace();
  const outcome = useMemo(() => workOut(calculation), [calculation]);
  const draft = useCalculation(source, calculation);
  if (draft.isOpen) return <CalculationForm claim={claim} draft={draft} source={source} />;
  const { low, high, unit, inputs, formula } = calculation;
  const isOther = !(outcome instanceof Trouble) && (outcome.low !== low || outcome.high !== high);
  return (
    <div class="calculation">
      <p class="calc-line">
        <bdi dir="ltr">{filledFormula(calculation, (value) => decimalShown(value, language()))}</bdi> ={' '}
        <strong>{resultInWords(calculation, unit)}</strong>
      </p>
      {outcome instanceof Trouble ? (
        <TroubleLine trouble={outcome} formula={formula} />
      ) : (
        <HeldLine claim={claim} worked={outcome} unit={unit} />
      )}
      {isOther && (
        <p class="calc-warn" role="status">
          {t('calc.differs', { result: resultInWords(outcome, unit), stated: resultInWords(calculation, unit) })}
        </p>
      )}
      <Changed claim={claim} source={source} calculation={calculation} />
      {inputs.length > 0 && (
        <ul class="calc-inputs" aria-label={t('calc.inputs')}>
          {inputs.map((input) => (
            <InputLine key={input.name} input={input} />
          ))}
        </ul>
      )}
      {!isGone && workspace.can(reviseSource(source.id, {})) && (
        <button type="button" class="link-button" onClick={draft.begin}>
          {t('calc.edit')}
        </button>
      )}
    </div>
  );
};

const sureOf = ({ bound, value, margin, unit }: CalculationInput): string => {
  const amount = /^\d{4}-/.test(value) ? dateInWords(value) : amountInWords(value, unit);
  if (bound === 'least' || bound === 'most') return t(`calc.${bound}`, { value: amount });
  return bound === 'about' ? t('calc.giveOrTake', { value: amount, margin: decimalShown(margin, language()) }) : amount;
};

const InputLine = ({ input }: { readonly input: CalculationInput }) => {
  const article = useWorkspace().article.value;
  const evidence = article?.evidence.get(input.evidence);
  const from = evidence && article?.sources.get(evidence.source);
  const doubt = article && doubtOf(article, input);
  return (
    <li>
      <bdi>{t('calc.inputIs', { name: input.name, value: sureOf(input) })}</bdi>
      {from && (
        <>
          {' '}
          <span class="meta" dir="auto">
            {t('calc.inputFrom', { source: sourceName(from) })}
          </span>
        </>
      )}
      {doubt && <span class="calc-doubt"> {t(`calc.doubt.${doubt}`)}</span>}
    </li>
  );
};

const whatOf = ({ of, name }: Difference): string => (of === 'input' ? name : t(`calc.changed.${of}`));

const WORDING: Wording = {
  input: sureOf,
  result: (calculation) => resultInWords(calculation, calculation.unit),
};

/** What is otherwise than when the verdict was given on it (T8). */
const Changed = ({ claim, source, calculation }: Omit<Parts, 'isGone'>) => {
  const article = useWorkspace().article.value;
  const verdict = article && outcomeOf(article, claim.id)?.verdict;
  const before = verdict && judgedCalculation(source, verdict.judged);
  const found = before ? differences(before, calculation, WORDING) : [];
  if (found.length === 0) return null;
  return (
    <p class="calc-warn" dir="auto">
      {t('calc.changed')}{' '}
      {found
        .map((each) => t('calc.changedTo', { what: whatOf(each), before: each.before, after: each.after }))
        .join(' · ')}
    </p>
  );
};
