import { useId } from 'preact/hooks';
import type { Article } from '../../../shared/article.ts';
import { BOUNDS, type Calculation, type CalculationInput, INPUTS_LIMIT } from '../../../shared/calculation.ts';
import type { Claim } from '../../../shared/claim.ts';
import type { Evidence } from '../../../shared/evidence.ts';
import { sourceName } from '../../../shared/source.ts';
import { namesIn, numbersIn } from '../../calculation/numbers.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';

interface Parts {
  readonly claim: Claim;
  readonly calculation: Calculation;
  readonly onInput: (inputs: readonly CalculationInput[]) => void;
}

const blank = (name: string): CalculationInput => ({
  ...{ name, value: '', bound: 'exact', margin: '', unit: '', evidence: '', revision: 0 },
});

/** All evidence that stands and is not a calculation, that of the claim first. */
const citable = (article: Article, claim: string): readonly Evidence[] =>
  [...article.evidence.values()]
    .filter(({ withdrawn, source }) => !withdrawn && !article.sources.get(source)?.calculation)
    .sort((one, other) => Number(other.claim === claim) - Number(one.claim === claim));

const passageOf = ({ pin, passage }: Evidence): string => (pin === '' ? passage : pin.quote.exact);

/** The inputs of a calculation: what each is called, how much it is and how sure, and which evidence it is from. */
export const CalculationInputs = ({ claim, calculation, onInput }: Parts) => {
  const article = useWorkspace().article.value;
  const { inputs, formula } = calculation;
  const known = new Set(inputs.map(({ name }) => name));
  const missing = namesIn(formula)
    .filter((name) => !known.has(name))
    .slice(0, INPUTS_LIMIT - inputs.length);
  const evidence = article ? citable(article, claim.id) : [];
  const put = (index: number, change: Partial<CalculationInput>): void =>
    onInput(inputs.map((each, at) => (at === index ? { ...each, ...change } : each)));
  return (
    <fieldset class="calc-rows">
      <legend>{t('calc.inputs')}</legend>
      {inputs.map((input, index) => (
        <Row
          key={index}
          input={input}
          evidence={evidence}
          onInput={(change) => put(index, change)}
          onRemove={() => onInput(inputs.filter((_, at) => at !== index))}
        />
      ))}
      <p class="row">
        {missing.length > 0 && (
          <button type="button" class="button small" onClick={() => onInput([...inputs, ...missing.map(blank)])}>
            {t('calc.addNamed', { names: missing.join(', ') })}
          </button>
        )}
        {missing.length === 0 && inputs.length < INPUTS_LIMIT && (
          <button type="button" class="button small quiet" onClick={() => onInput([...inputs, blank('')])}>
            {t('calc.addInput')}
          </button>
        )}
      </p>
    </fieldset>
  );
};

interface RowParts {
  readonly input: CalculationInput;
  readonly evidence: readonly Evidence[];
  readonly onInput: (change: Partial<CalculationInput>) => void;
  readonly onRemove: () => void;
}

const Row = ({ input, evidence, onInput, onRemove }: RowParts) => {
  const article = useWorkspace().article.value;
  const id = useId();
  const from = evidence.find((each) => each.id === input.evidence);
  const numbers = from ? numbersIn(passageOf(from)) : [];
  const line = (key: 'name' | 'value' | 'margin' | 'unit', label: string, more: object = {}) => (
    <div class={`field calc-${key}`}>
      <label for={`${id}-${key}`}>{label}</label>
      <input
        class="input"
        id={`${id}-${key}`}
        dir="auto"
        autocomplete="off"
        maxLength={80}
        value={input[key]}
        onInput={(event) => onInput({ [key]: event.currentTarget.value })}
        {...more}
      />
    </div>
  );
  return (
    <div class="calc-row">
      {line('name', t('calc.inputName'), { spellcheck: false, maxLength: 40 })}
      {line('value', t('calc.value'), { inputMode: 'decimal', placeholder: t('calc.valueHint') })}
      <div class="field calc-bound">
        <label for={`${id}-bound`}>{t('calc.bound')}</label>
        <select
          class="input"
          id={`${id}-bound`}
          value={input.bound}
          onChange={({ currentTarget }) => {
            const bound = currentTarget.value as CalculationInput['bound'];
            onInput(bound === 'about' ? { bound } : { bound, margin: '' });
          }}
        >
          {(Object.keys(BOUNDS) as CalculationInput['bound'][]).map((bound) => (
            <option key={bound} value={bound}>
              {t(`calc.bound.${bound}`)}
            </option>
          ))}
        </select>
      </div>
      {input.bound === 'about' && line('margin', t('calc.margin'), { inputMode: 'decimal' })}
      {line('unit', t('calc.unit'), { maxLength: 40 })}
      <div class="field calc-from">
        <label for={`${id}-from`}>{t('calc.from')}</label>
        <select
          class="input"
          id={`${id}-from`}
          value={from?.id ?? ''}
          onChange={({ currentTarget }) => {
            const chosen = evidence.find((each) => each.id === currentTarget.value);
            onInput({ evidence: chosen?.id ?? '', revision: chosen?.revision ?? 0 });
          }}
        >
          <option value="">{t('calc.fromNowhere')}</option>
          {evidence.map((each) => {
            const source = article?.sources.get(each.source);
            return (
              <option key={each.id} value={each.id}>
                {[source && sourceName(source), passageOf(each).slice(0, 60)].filter(Boolean).join(': ')}
              </option>
            );
          })}
        </select>
      </div>
      {from && (
        <p class="calc-passage" dir="auto">
          {numbers.map((number) => (
            <button
              key={number}
              type="button"
              class="button small"
              aria-label={t('calc.insert', { number })}
              onClick={() => onInput({ value: number, revision: from.revision })}
            >
              {number}
            </button>
          ))}{' '}
          <span class="meta">{passageOf(from).slice(0, 200)}</span>
        </p>
      )}
      <button
        type="button"
        class="button quiet icon calc-remove"
        aria-label={t('calc.removeInput', { name: input.name || t('calc.inputName') })}
        title={t('calc.removeInput', { name: input.name || t('calc.inputName') })}
        onClick={onRemove}
      >
        ×
      </button>
    </div>
  );
};
