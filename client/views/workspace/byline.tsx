import { wordCount } from '../../../shared/word-count.ts';
import { t } from '../../strings/index.ts';
import { dayOf } from '../../times.ts';
import { useWorkspace } from './here.ts';

const host = (url: string): string => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url);

/** Where the article came from, when, and how long it is. */
export const Byline = () => {
  const { article, doc } = useWorkspace();
  if (!article.value || !doc.value) return null;
  const { origin, created } = article.value;
  return (
    <>
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
    </>
  );
};
