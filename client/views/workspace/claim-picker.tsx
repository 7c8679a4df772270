import '../../styles/claim-picker.css';
import { useState } from 'preact/hooks';
import { claimName, claimsNamed } from '../../claim-search.ts';
import { t } from '../../strings/index.ts';
import type { Asked } from './asked.ts';
import { useWorkspace } from './here.ts';

const SHOWN = 6;

/** Asks for another claim of the article, found by what it says. */
export const ClaimPicker = ({ id, name, text, onInput }: Asked) => {
  const article = useWorkspace().article.value;
  const [query, setQuery] = useState('');
  const chosen = article?.claims.get(text);
  if (!article) return null;
  if (chosen)
    return (
      <span class="picked">
        <span dir="auto">{claimName(article, chosen)}</span>
        <button type="button" id={id} class="button small quiet" onClick={() => onInput('')}>
          {t('picker.none')}
        </button>
      </span>
    );
  const found = query.trim() === '' ? [] : claimsNamed(article, query, SHOWN);
  return (
    <div class="picker">
      <input
        class="input"
        id={id}
        name={name}
        type="search"
        dir="auto"
        autocomplete="off"
        value={query}
        placeholder={t('picker.words')}
        onInput={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (found[0]) onInput(found[0].id);
        }}
      />
      {query.trim() !== '' && (
        <ul>
          {found.map((each) => (
            <li key={each.id}>
              <button type="button" dir="auto" onClick={() => onInput(each.id)}>
                {claimName(article, each)}
              </button>
            </li>
          ))}
          {found.length === 0 && <li class="meta">{t('picker.nothing')}</li>}
        </ul>
      )}
    </div>
  );
};
