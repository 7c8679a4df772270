import '../../styles/claim-questions.css';
import { claimFieldsOf } from '../../../shared/claim-types.ts';
import { offered } from '../../../shared/scale.ts';
import { settingsOf } from '../../../shared/settings.ts';
import { COLUMNS } from '../../board.ts';
import { type ClaimFilter, OUTCOMES, SORTS, tagsIn } from '../../claim-filter.ts';
import { scaleInWords } from '../../scale-words.ts';
import { t } from '../../strings/index.ts';
import { worded } from '../../strings/worded.ts';
import { useWorkspace } from './here.ts';

type Choices = Readonly<Record<string, string>>;

interface Asking {
  readonly filter: ClaimFilter;
  readonly put: (values: Partial<ClaimFilter>) => void;
}

/** What can be asked of the claims that are listed. */
export const ClaimQuestions = ({ filter, put }: Asking) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  if (!article) return null;
  const named = (ids: readonly string[]): Choices => Object.fromEntries(ids.map((id) => [id, workspace.nameOf(id)]));
  const assigned = new Set([...article.claims.values()].map(({ assignee }) => assignee).filter((id) => id !== ''));
  const ratings = offered(scaleInWords(settingsOf(article).scale)).map(({ id, label }) => [id, label]);
  const others = OUTCOMES.map((outcome) => [outcome, t(`filter.outcome.${outcome}`)]);
  const fields = worded('claim', claimFieldsOf(article));
  const questions: readonly (readonly [keyof ClaimFilter, Choices])[] = [
    ['state', Object.fromEntries(COLUMNS.map((state) => [state, t(`work.state.${state}`)]))],
    ['outcome', { ...Object.fromEntries(ratings), ...Object.fromEntries(others) }],
    ['type', fields.kind.choices],
    ['assignee', { none: t('people.nobody'), ...named([...assigned]) }],
    ['priority', fields.priority.choices],
    ['tag', Object.fromEntries(tagsIn(article).map((tag) => [tag, tag]))],
    ['sort', Object.fromEntries(SORTS.map((sort) => [sort, t(`filter.sort.${sort}`)]))],
  ];
  return (
    <div class="claim-questions">
      {questions.map(([key, choices]) => (
        <label key={key}>
          {t(`filter.${key as 'state'}`)}
          <select class="input" value={filter[key]} onChange={(event) => put({ [key]: event.currentTarget.value })}>
            {key !== 'sort' && <option value="">{t('filter.any')}</option>}
            {Object.entries(choices).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
};
