import { formKeys } from './form-keys.ts';
import '../../styles/calculation.css';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { wordsOf } from '../../../shared/article.ts';
import { type Calculation, FORMULA_LIMIT, WAYS } from '../../../shared/calculation.ts';
import type { Claim } from '../../../shared/claim.ts';
import type { Source } from '../../../shared/source.ts';
import { comesFrom } from '../../calculation/checks.ts';
import { Trouble } from '../../calculation/trouble.ts';
import { readTyped } from '../../calculation/typed.ts';
import { workOut } from '../../calculation/work-out.ts';
import { resultInWords, troubleInWords } from '../../calculation-words.ts';
import { attachSource } from '../../commands.ts';
import { reviseSource } from '../../source-commands.ts';
import { language, t } from '../../strings/index.ts';
import { CalculationInputs } from './calculation-inputs.tsx';
import { HeldLine, TroubleLine } from './calculation-result.tsx';
import { focusCard } from './focusing.ts';
import { FormFoot } from './form-foot.tsx';
import { useDraft, useWorkspace } from './here.ts';
import { StanceChoice } from './stance-choice.tsx';
import type { CalculationDraft } from './use-calculation.ts';

const BLANK: Calculation = {
  ...{ formula: '', inputs: [], unit: '', digits: 1, significant: false, way: 'nearest', low: '', high: '' },
};

/** A new calculation as evidence of a claim. */
export const NewCalculation = ({ claim }: { readonly claim: Claim }) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  const words = article ? wordsOf(article, claim.id) : '';
  const unit = /%|percent|per cent|prozent/i.test(words + claim.statement) ? '%' : '';
  const [value, set, clear] = useDraft<CalculationDraft>(`${claim.id} new calculation`, {
    title: '',
    stance: '',
    calculation: { ...BLANK, unit },
  });
  const close = (): void => {
    workspace.form.value = undefined;
  };
  return (
    <CalculationForm
      claim={claim}
      draft={{
        value,
        set,
        clear: () => {
          clear();
          close();
        },
      }}
      onLeave={close}
    />
  );
};

interface Parts {
  readonly claim: Claim;
  readonly draft: {
    readonly value: CalculationDraft | undefined;
    readonly set: (value: CalculationDraft) => void;
    readonly clear: () => void;
  };
  /** The source that it is a calculation of; absent for a new one. */
  readonly source?: Source;
  /** Closes the form and keeps what was typed; unless given, that is forgotten. */
  readonly onLeave?: () => void;
}

/** Asks for a formula, its inputs and how the result is told, and shows what it comes to meanwhile. */
export const CalculationForm = ({ claim, draft, source, onLeave = draft.clear }: Parts) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  const [error, setError] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
    form.current?.querySelector<HTMLElement>('[name=formula]')?.focus();
  }, []);
  const { value } = draft;
  if (!value) return null;
  const { calculation } = value;
  const put = (change: Partial<Calculation>): void =>
    draft.set({ ...value, calculation: { ...calculation, ...change } });
  const { read, wrong } = readTyped(calculation, language());
  const outcome = wrong ? undefined : workOut(read);
  const isTroubled = outcome instanceof Trouble;
  const isOvertaken = source !== undefined && value.revision !== (source.worked?.revision ?? 0);
  const leave = (): void => {
    onLeave();
    focusCard(claim.id);
  };
  const save = (): void => {
    const problem = wrong
      ? t(`calc.${wrong.what}`, { name: wrong.name })
      : isTroubled
        ? troubleInWords(outcome)
        : !source && !value.stance
          ? t('source.noStance')
          : undefined;
    setError(problem);
    if (problem !== undefined || !outcome || outcome instanceof Trouble) return;
    const { low, high } = outcome;
    const finished: Calculation = { ...read, low, high };
    // Named by its formula as long as nobody names it.
    const title = value.title.trim() || finished.formula;
    const isNamed = !source?.calculation || source.title !== source.calculation.formula;
    const derivesFrom = article ? comesFrom(article, finished, source?.derivesFrom) : [];
    const done = source
      ? workspace.run(
          reviseSource(source.id, { calculation: finished, derivesFrom, ...(!isNamed && { title }) }),
          'card',
        )
      : workspace.run(
          attachSource(
            claim.id,
            { title, kind: 'calculation', calculation: finished, derivesFrom },
            value.stance ? { stance: value.stance } : {},
          ),
          'card',
        );
    if (!done) return;
    draft.clear();
    focusCard(claim.id);
  };
  return (
    <form class="source-form calc-form" ref={form} aria-label={t('calc.title')} {...formKeys(save, leave)}>
      {!source && (
        <>
          <StanceChoice stance={value.stance} onInput={(stance) => draft.set({ ...value, stance })} />
          <div class="field">
            <label for={`${id}-title`}>{t('calc.name')}</label>
            <input
              class="input"
              id={`${id}-title`}
              dir="auto"
              maxLength={500}
              placeholder={t('calc.nameHint')}
              value={value.title}
              onInput={(event) => draft.set({ ...value, title: event.currentTarget.value })}
            />
          </div>
        </>
      )}
      <div class="field">
        <label for={`${id}-formula`}>{t('calc.formula')}</label>
        <input
          class="input calc-formula"
          id={`${id}-formula`}
          name="formula"
          dir="ltr"
          autocomplete="off"
          spellcheck={false}
          maxLength={FORMULA_LIMIT}
          placeholder={t('calc.formulaHint')}
          aria-invalid={isTroubled && calculation.formula !== ''}
          aria-describedby={`${id}-result ${id}-how`}
          value={calculation.formula}
          onInput={(event) => put({ formula: event.currentTarget.value })}
        />
        <p class="hint" id={`${id}-how`}>
          {t('calc.how')}
        </p>
      </div>
      <CalculationInputs claim={claim} calculation={calculation} onInput={(inputs) => put({ inputs })} />
      <div class="calc-result-fields">
        <div class="field">
          <label for={`${id}-unit`}>{t('calc.resultUnit')}</label>
          <input
            class="input"
            id={`${id}-unit`}
            dir="auto"
            maxLength={40}
            value={calculation.unit}
            onInput={(event) => put({ unit: event.currentTarget.value })}
          />
        </div>
        <div class="field">
          <label for={`${id}-way`}>{t('calc.way')}</label>
          <select
            class="input"
            id={`${id}-way`}
            value={calculation.way}
            onChange={(event) => put({ way: event.currentTarget.value as Calculation['way'] })}
          >
            {(Object.keys(WAYS) as Calculation['way'][]).map((way) => (
              <option key={way} value={way}>
                {t(`calc.way.${way}`)}
              </option>
            ))}
          </select>
        </div>
        <div class="field calc-digits">
          <label for={`${id}-digits`}>{t('calc.digits')}</label>
          <span class="calc-pair">
            <input
              class="input"
              id={`${id}-digits`}
              type="number"
              min={0}
              max={12}
              value={calculation.digits}
              onInput={({ currentTarget }) => {
                const digits = currentTarget.valueAsNumber;
                if (Number.isInteger(digits) && digits >= 0 && digits <= 12) put({ digits });
              }}
            />
            <select
              class="input"
              aria-label={t('calc.digits')}
              value={calculation.significant ? 'significant' : 'decimals'}
              onChange={(event) => put({ significant: event.currentTarget.value === 'significant' })}
            >
              <option value="decimals">{t('calc.digits.decimals')}</option>
              <option value="significant">{t('calc.digits.significant')}</option>
            </select>
          </span>
        </div>
      </div>
      <div class="calc-live" id={`${id}-result`} aria-live="polite">
        {wrong && calculation.formula.trim() !== '' && (
          <p class="hint">{t(`calc.${wrong.what}`, { name: wrong.name })}</p>
        )}
        {isTroubled && calculation.formula.trim() !== '' && (
          <TroubleLine trouble={outcome} formula={calculation.formula} />
        )}
        {outcome && !isTroubled && (
          <>
            <p class="calc-line">
              = <strong>{resultInWords(outcome, calculation.unit)}</strong>
            </p>
            <HeldLine claim={claim} worked={outcome} unit={calculation.unit} />
          </>
        )}
      </div>
      {isOvertaken && source?.calculation && (
        <div class="alert overtaken" role="alert">
          <p dir="auto">
            {t('overtaken.changed', {
              name: workspace.nameOf(source.revised?.reviewer ?? source.reviewer),
              value: resultInWords(source.calculation, source.calculation.unit),
            })}
          </p>
          <p class="row">
            <button type="button" class="button small" onClick={draft.clear}>
              {t('overtaken.theirs')}
            </button>
          </p>
        </div>
      )}
      <FormFoot
        save={isOvertaken ? t('overtaken.mine') : source ? t('form.save') : t('calc.save')}
        error={error}
        onCancel={leave}
      />
    </form>
  );
};
