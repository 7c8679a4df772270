import { useRef, useState } from 'preact/hooks';
import { t } from '../../strings/index.ts';
import { ExportList } from './fetched-later.ts';

/** The button that opens the list of formats; the list is drawn when it is first opened. */
export const ExportMenu = () => {
  const [opened, setOpened] = useState(0);
  const button = useRef<HTMLButtonElement>(null);
  const toggle = (event: Event): void => {
    if ((event as ToggleEvent).newState === 'open') setOpened(opened + 1);
    else if (document.activeElement === document.body) button.current?.focus();
  };
  return (
    <>
      <button type="button" class="button primary" ref={button} popovertarget="export-menu" aria-haspopup="true">
        {t('export.export')}
      </button>
      <div class="menu export-menu" id="export-menu" popover="auto" onToggle={toggle}>
        {opened > 0 && <ExportList opened={opened} />}
      </div>
    </>
  );
};
