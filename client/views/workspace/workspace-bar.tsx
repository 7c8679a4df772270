import { titleOf } from '../../../shared/schema.ts';
import { t } from '../../strings/index.ts';
import { TopBar } from '../shell/top-bar.tsx';
import { useWorkspace } from './here.ts';
import { LockPill } from './lock-pill.tsx';
import { MoreMenu } from './more-menu.tsx';
import { isNarrow } from './narrow.ts';
import { PeopleHere } from './people-here.tsx';
import { SaveState } from './save-state.tsx';

interface Parts {
  readonly onShare: () => void;
  readonly onSettings: () => void;
  readonly onVersions: () => void;
  readonly onExport: () => void;
}

/** The bar of the workspace: which article, whether it is locked and saved, who is here, what can be had of it. */
export const WorkspaceBar = ({ onShare, onSettings, onVersions, onExport }: Parts) => {
  const { article } = useWorkspace();
  const title = article.value && titleOf(article.value.doc);
  return (
    <TopBar
      crumb={
        <>
          <a href="/">{t('articles.title')}</a> /
        </>
      }
      title={<span dir="auto">{title || t('workspace.untitled')}</span>}
      right={
        <>
          <SaveState />
          {isNarrow.value ? (
            <MoreMenu onShare={onShare} onSettings={onSettings} onVersions={onVersions} />
          ) : (
            <>
              <PeopleHere />
              <button type="button" class="button" onClick={onShare}>
                {t('share.share')}
              </button>
            </>
          )}
          <button type="button" class="button primary" aria-haspopup="dialog" onClick={onExport}>
            {t('export.export')}
          </button>
        </>
      }
    >
      {!isNarrow.value && <LockPill onSettings={onSettings} />}
    </TopBar>
  );
};
