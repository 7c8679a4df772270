import { useId, useState } from 'preact/hooks';
import { type Derivation, MANNERS, type Manner } from '../../../shared/derivation.ts';
import { whyNotDerived } from '../../../shared/lineage.ts';
import { type Source, sourceName } from '../../../shared/source.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';

interface Parts {
  readonly source: Source;
  readonly value: readonly Derivation[];
  readonly onInput: (value: readonly Derivation[]) => void;
}

const MANNER_NAMES = Object.keys(MANNERS) as readonly Manner[];

/** Says which other sources of the article a source comes from, and how; those that would close a circle are not offered. */
export const DerivationEditor = ({ source, value, onInput }: Parts) => {
  const article = useWorkspace().article.value;
  const [other, manner] = [useId(), useId()];
  const [how, setHow] = useState<Manner>('copy');
  if (!article) return null;
  const { sources } = article;
  const offered = [...sources.values()].filter(({ id }) => {
    const added: Derivation = { source: id, manner: 'copy' };
    return (
      !value.some((each) => each.source === id) &&
      !whyNotDerived(sources, source.id, { derivesFrom: [...value, added] })
    );
  });
  if (value.length === 0 && offered.length === 0) return null;
  return (
    <fieldset class="derivations">
      <legend>{t('field.source.derivesFrom')}</legend>
      {value.map((each) => {
        const from = sources.get(each.source);
        return (
          <p key={each.source} class="row">
            <span dir="auto">
              {t(`source.manner.${each.manner}`)}: {from ? sourceName(from) : t('evidence.unknownSource')}
            </span>
            <button
              type="button"
              class="button quiet icon"
              aria-label={t('derivation.remove')}
              title={t('derivation.remove')}
              onClick={() => onInput(value.filter((one) => one !== each))}
            >
              ×
            </button>
          </p>
        );
      })}
      {offered.length > 0 && (
        <div class="row">
          <label class="unseen" for={manner}>
            {t('derivation.how')}
          </label>
          <select
            class="input"
            id={manner}
            value={how}
            onChange={({ currentTarget }) => setHow(MANNER_NAMES.find((name) => name === currentTarget.value) ?? how)}
          >
            {MANNER_NAMES.map((name) => (
              <option key={name} value={name}>
                {t(`source.manner.${name}`)}
              </option>
            ))}
          </select>
          <label class="unseen" for={other}>
            {t('derivation.other')}
          </label>
          <select
            class="input"
            id={other}
            value=""
            onChange={({ currentTarget }) => {
              if (currentTarget.value !== '') onInput([...value, { source: currentTarget.value, manner: how }]);
            }}
          >
            <option value="">{t('derivation.choose')}</option>
            {offered.map((each) => (
              <option key={each.id} value={each.id}>
                {sourceName(each)}
              </option>
            ))}
          </select>
        </div>
      )}
    </fieldset>
  );
};
