import { titleOf } from '../../../shared/schema.ts';
import { wordCount } from '../../../shared/word-count.ts';
import { t } from '../../strings/index.ts';
import { dateInWords, dayOf } from '../../times.ts';
import { useWorkspace } from './here.ts';

const host = (url: string): string => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url);

/** Words whose first letter is of a script that runs from right to left. */
const FROM_RIGHT = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Where the article came from, when, and how long it is. */
export const Byline = () => {
  const { article, doc, id } = useWorkspace();
  if (!article.value || !doc.value) return null;
  const { origin, created } = article.value;
  const address = origin.url || (origin.canonical ?? '');
  return (
    <div class={FROM_RIGHT.test(titleOf(doc.value)) ? 'from-right' : ''}>
      {[origin.byline, origin.outlet, origin.published && dateInWords(origin.published.slice(0, 10))].map(
        (said) => said && <span key={said}>{said} · </span>,
      )}
      {address !== '' && (
        <>
          <a href={address} target="_blank" rel="noopener noreferrer">
            {host(address)}
          </a>
          {' · '}
        </>
      )}
      {[created && t('text.added', { day: dayOf(created.at) }), t('text.words', { count: wordCount(doc.value) })]
        .filter(Boolean)
        .join(' · ')}
      {origin.original && (
        <>
          {' · '}
          <a href={`/api/articles/${encodeURIComponent(id)}/original`} download="">
            {t('text.original')}
          </a>
        </>
      )}
    </div>
  );
};
