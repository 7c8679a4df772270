import '../../styles/publish.css';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../api.ts';
import { type LeaningArticle, loadLeaning } from '../../library.ts';
import { t } from '../../strings/index.ts';

interface Parts {
  readonly article: string;
  readonly source: string;
  /** The claims of the article itself are shown elsewhere. */
  readonly othersOnly?: boolean;
}

/** Every claim that leans on a retracted source, article by article, each a way to it. */
export const LeaningClaims = ({ article, source, othersOnly = false }: Parts) => {
  const [found, setFound] = useState<readonly LeaningArticle[]>();
  const [problem, setProblem] = useState<Problem>();
  const load = async (): Promise<void> => {
    setProblem(undefined);
    const answer = await loadLeaning(article, source);
    if ('problem' in answer) setProblem(answer.problem);
    else setFound(answer.value.articles.filter((each) => !othersOnly || each.article !== article));
  };
  useEffect(() => void load(), [article, source]);
  if (problem)
    return (
      <p class="error" role="alert">
        {problem.words}{' '}
        <button type="button" class="button small" onClick={() => void load()}>
          {t('app.tryAgain')}
        </button>
      </p>
    );
  return (
    <>
      {(found ?? []).map((each) => (
        <div key={each.article} class="leaning-article">
          <p dir="auto">
            {t('library.leaning', { title: each.title || t('articles.untitled'), count: each.claims.length })}
            {each.isPublished && ` ${t('library.leaningReport')}`}
          </p>
          <ul>
            {each.claims.map(({ claim, words }) => (
              <li key={claim}>
                <a href={`/articles/${encodeURIComponent(each.article)}#claim-${encodeURIComponent(claim)}`} dir="auto">
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
};
