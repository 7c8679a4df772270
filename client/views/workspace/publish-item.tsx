import { hasRole } from '../../../shared/roles.ts';
import { onScreen } from '../../screen-commands.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';

/** For a lead, the way to publish the report; it closes the menu it stands in. */
export const PublishItem = ({ menu }: { readonly menu: string }) => {
  const workspace = useWorkspace();
  if (!hasRole(workspace.reviewer.value.role, 'lead')) return null;
  const open = (): void => {
    document.getElementById(menu)?.hidePopover(); // gives the focus back to its button, for after the dialog
    workspace.run(onScreen({ go: 'report' }));
  };
  return (
    <button type="button" class="button small quiet" onClick={open}>
      {t('bar.publish')}
    </button>
  );
};
