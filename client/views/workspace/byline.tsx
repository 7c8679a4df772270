import { titleOf } from '../../../shared/schema.ts';
import { wordCount } from '../../../shared/word-count.ts';
import { t } from '../../strings/index.ts';
import { dayOf } from '../../times.ts';
import { useWorkspace } from './here.ts';

const host = (url: string): string => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url);

/** Words whose first letter is of a script that runs from right to left. */
const FROM_RIGHT = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Where the article came from, when, and how long it is. */
export const Byline = () => {
  const { article, doc, id } = useWorkspace();
  if (!article.value || !doc.value) return null;
  const { origin, created } = article.value;
  return (
    <div class={FROM_RIGHT.test(titleOf(doc.value)) ? 'from-right' : ''}>
      {origin.url !== '' && (
        <>
          <a href={origin.url} target="_blank" rel="noopener noreferrer">
            {host(origin.url)}
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
