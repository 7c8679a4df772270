import '../../styles/no-articles.css';
import { useState } from 'preact/hooks';
import { ask } from '../../api.ts';
import { t } from '../../strings/index.ts';
import { toast } from '../../toasts.ts';
import { goOnTo } from './go-on-to.ts';

/** What a desk without articles sees: how to get the first one. */
export const NoArticles = ({ mayAdd }: { readonly mayAdd: boolean }) => (
  <section class={`no-articles ${mayAdd ? 'inviting' : ''}`}>
    <Sheets />
    <h1>{t('articles.empty')}</h1>
    <p>{mayAdd ? t('articles.emptyWords') : t('articles.emptyReader')}</p>
    {mayAdd && (
      <div class="no-articles-do">
        <a class="button primary" href="/articles/new">
          {t('articles.paste')}
        </a>
        <SampleButton />
      </div>
    )}
  </section>
);

const SampleButton = () => {
  const [busy, setBusy] = useState(false);
  const open = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const from = location.pathname;
    const answer = await ask<{ readonly id: string }>('POST', '/api/sample');
    setBusy(false);
    if ('value' in answer) goOnTo(`/articles/${answer.value.id}`, location.pathname === from, t('newArticle.made'));
    else toast(answer.problem.words, { tone: 'error' });
  };
  return (
    <button type="button" class="button" aria-disabled={busy} onClick={() => void open()}>
      {t('articles.sample')}
    </button>
  );
};

/** A page with a few lines underlined, as claims are. */
const Sheets = () => (
  <svg class="sheets" viewBox="0 0 132 96" aria-hidden="true">
    <rect class="sheet behind" x="40" y="6" width="62" height="80" rx="6" transform="rotate(6 71 46)" />
    <rect class="sheet" x="32" y="8" width="62" height="80" rx="6" />
    <path class="words" d="M42 24h34M42 40h42M42 52h38M42 64h42M42 76h22" />
    <path class="line true" d="M42 45h26" />
    <path class="line mixed" d="M54 57h26" />
    <path class="line open" d="M42 69h18" />
  </svg>
);
