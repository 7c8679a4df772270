import { useState } from 'preact/hooks';
import { draft, draftFile } from '../../article-draft.ts';
import { addressesIn } from '../../files-given.ts';
import { t } from '../../strings/index.ts';
import { usePageTitle } from './page-title.ts';
import { PasteText } from './paste-text.tsx';
import { PreviewArticle } from './preview-article.tsx';
import { TopBar } from './top-bar.tsx';
import { useIncomingText } from './use-incoming-text.ts';

/** Where an article comes in: first its text, then what will be made of it. */
export const NewArticle = () => {
  usePageTitle(t('newArticle.page'));
  const [previewing, setPreviewing] = useState(
    () => draft.value.text.trim() !== '' && addressesIn(draft.value.text).length === 0,
  );
  const hovering = useIncomingText(true);
  return (
    <>
      <TopBar
        crumb={
          <>
            <a href="/">{t('articles.title')}</a> /
          </>
        }
        title={t('newArticle.title')}
      />
      {previewing || draftFile.value ? (
        <PreviewArticle onBack={() => setPreviewing(false)} />
      ) : (
        <PasteText hovering={hovering} onNext={() => setPreviewing(true)} />
      )}
    </>
  );
};
