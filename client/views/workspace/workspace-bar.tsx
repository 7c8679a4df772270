import { titleOf } from '../../../shared/schema.ts';
import { t } from '../../strings/index.ts';
import { TopBar } from '../shell/top-bar.tsx';
import { ExportMenu } from './export-menu.tsx';
import { useWorkspace } from './here.ts';
import { LockPill } from './lock-pill.tsx';
import { PeopleHere } from './people-here.tsx';
import { SaveState } from './save-state.tsx';
import { Share } from './share.tsx';

/** The bar of the workspace: which article, whether it is locked and saved, who is here, what can be had of it. */
export const WorkspaceBar = () => {
  const { article } = useWorkspace();
  const title = article.value && titleOf(article.value.doc);
  return (
    <TopBar
      crumb={
        <>
          <a href="/">{t('workspace.articles')}</a> /
        </>
      }
      title={<span dir="auto">{title || t('workspace.untitled')}</span>}
      right={
        <>
          <SaveState />
          <PeopleHere />
          <Share />
          <ExportMenu />
        </>
      }
    >
      <LockPill />
    </TopBar>
  );
};
