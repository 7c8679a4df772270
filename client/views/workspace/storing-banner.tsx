import '../../styles/storing.css';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';

/** Says that the server can save nothing now, why, and what becomes of what is done meanwhile. */
export const StoringBanner = () => {
  const { exchange } = useWorkspace();
  const trouble = exchange.trouble.value;
  if (!trouble) return null;
  return (
    <p class="storing-banner" role="alert">
      <strong>{t(`storing.${trouble}`)}</strong> {t(exchange.isKept ? 'storing.kept' : 'storing.notKept')}
    </p>
  );
};
