import { hasRole } from '../../../shared/roles.ts';
import { settingsOf } from '../../../shared/settings.ts';
import { nextSuggestion } from '../../looking.ts';
import { t } from '../../strings/index.ts';
import { WeakerSuggestions } from './fetched-later.ts';
import { useWorkspace } from './here.ts';
import { CommandKeys } from './key-caps.tsx';

/** Whether sentences are suggested to this reader, how many are, and those that the text does not show; nothing where the desk switched it off. */
export const SuggestionSwitch = () => {
  const workspace = useWorkspace();
  const { article, reviewer, suggesting } = workspace;
  if (!article.value || !settingsOf(article.value).suggestions || !hasRole(reviewer.value.role, 'annotator'))
    return null;
  const count = suggesting.list.value.length;
  return (
    <div class="suggesting">
      <label>
        <input
          type="checkbox"
          checked={suggesting.wanted.value}
          onChange={(event) => suggesting.want(event.currentTarget.checked)}
        />
        <span class="suggestion-sample" aria-hidden="true" />
        {t('suggest.shown')}
        {suggesting.found.value && <span class="count">{count}</span>}
      </label>
      {count > 0 && (
        <button type="button" class="legend-button" onClick={() => workspace.run(nextSuggestion)}>
          {t('suggest.next')} <CommandKeys of="suggestion" />
        </button>
      )}
      <WeakerSuggestions />
    </div>
  );
};
