import { hasRole } from '../../../shared/roles.ts';
import { onScreen } from '../../screen-commands.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';

/** For an admin, the way to delete the article; it closes the menu it stands in. */
export const DeleteItem = ({ menu }: { readonly menu: string }) => {
  const workspace = useWorkspace();
  if (!hasRole(workspace.reviewer.value.role, 'admin')) return null;
  const open = (): void => {
    document.getElementById(menu)?.hidePopover(); // gives the focus back to its button, for after the dialog
    workspace.run(onScreen({ go: 'deletion' }));
  };
  return (
    <button type="button" class="button small quiet" onClick={open}>
      {t('deletion.item')}
    </button>
  );
};
