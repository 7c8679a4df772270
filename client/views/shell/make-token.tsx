import '../../styles/invite.css';
import { useState } from 'preact/hooks';
import type { MadeToken } from '../../../shared/api/records/people.ts';
import { SCOPES, type Scope } from '../../../shared/scopes.ts';
import { t } from '../../strings/index.ts';
import { makeToken } from '../../tokens.ts';
import { useForm } from './use-form.ts';

const ALL = Object.keys(SCOPES) as readonly Scope[];

/** How many days a token may be good for. */
const DAYS = [7, 30, 90, 365] as const;

/** What a new token is for, what it opens and how long. */
export const MakeToken = ({ onMade }: { readonly onMade: (made: MadeToken) => void }) => {
  const [isAll, setAll] = useState(false);
  const [scopes, setScopes] = useState<readonly Scope[]>(['read']);
  const form = useForm(
    ['label', 'days'],
    ({ label }): Readonly<Record<string, string>> => {
      if (!label) return { label: t('tokens.missing') };
      return isAll || scopes.length > 0 ? {} : { '': t('tokens.noScope') };
    },
    async ({ label = '', days }) => {
      const answer = await makeToken(label, isAll ? undefined : scopes, days ? Number(days) : undefined);
      if ('problem' in answer) return answer.problem;
      onMade(answer.value);
      return undefined;
    },
  );
  const error = form.errorOf('label') ?? form.errorOf();
  return (
    <form class="make-token" onSubmit={form.onSubmit} noValidate>
      <label class="field">
        <span class="label">{t('tokens.label')}</span>
        <input
          class="input"
          name="label"
          dir="auto"
          maxLength={100}
          placeholder={t('tokens.hint')}
          autocomplete="off"
        />
      </label>
      <fieldset class="roles">
        <legend>{t('tokens.opens')}</legend>
        {[false, true].map((all) => (
          <label class="role" key={String(all)}>
            <input type="radio" name="opens" checked={isAll === all} onChange={() => setAll(all)} />
            <strong>{t(all ? 'tokens.all' : 'tokens.some')}</strong>
          </label>
        ))}
      </fieldset>
      {!isAll && <Choices scopes={scopes} onChange={setScopes} />}
      <label class="field">
        <span class="label">{t('tokens.until')}</span>
        <select class="input" name="days">
          {DAYS.map((count) => (
            <option key={count} value={count} selected={count === 90}>
              {t('tokens.days', { count })}
            </option>
          ))}
          <option value="">{t('tokens.ever')}</option>
        </select>
      </label>
      {error !== undefined && (
        <p class="error" role="alert">
          {error}
        </p>
      )}
      <p>
        <button type="submit" class="button primary" aria-disabled={form.busy}>
          {t('tokens.make')}
        </button>
      </p>
    </form>
  );
};

interface Chosen {
  readonly scopes: readonly Scope[];
  readonly onChange: (scopes: readonly Scope[]) => void;
}

const Choices = ({ scopes, onChange }: Chosen) => (
  <fieldset class="roles">
    <legend class="unseen">{t('tokens.some')}</legend>
    {ALL.map((scope) => (
      <label class="role" key={scope}>
        <input
          type="checkbox"
          checked={scopes.includes(scope)}
          onChange={({ currentTarget: { checked } }) =>
            onChange(checked ? [...scopes, scope] : scopes.filter((other) => other !== scope))
          }
        />
        <span>{t(`scope.${scope}`)}</span>
      </label>
    ))}
  </fieldset>
);
