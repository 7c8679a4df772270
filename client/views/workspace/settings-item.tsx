import { settingsOf } from '../../../shared/settings.ts';
import { t } from '../../strings/index.ts';
import { configureArticle } from '../../work-commands.ts';
import { useWorkspace } from './here.ts';

interface Parts {
  /** The id of the menu that it stands in, and closes. */
  readonly menu: string;
  readonly onOpen: () => void;
}

/** For a lead, the way to the settings of the article. */
export const SettingsItem = ({ menu, onOpen }: Parts) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  if (!article || !workspace.can(configureArticle(settingsOf(article)))) return null;
  const open = (): void => {
    document.getElementById(menu)?.hidePopover(); // gives the focus back to its button, for after the dialog
    onOpen();
  };
  return (
    <button type="button" class="button small quiet" onClick={open}>
      {t('settings.title')}
    </button>
  );
};
