import { t } from '../../strings/index.ts';
import { toast } from '../../toasts.ts';

/** Copies the words of what could not be merged. */
export const copyReturned = async (text: string): Promise<void> => {
  await navigator.clipboard.writeText(text);
  toast(t('tray.copied'));
};
