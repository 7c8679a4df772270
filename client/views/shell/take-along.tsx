import { t } from '../../strings/index.ts';
import { ExportDownload } from '../workspace/export-download.tsx';

/** Where an admin takes all data of the desk along as one file. */
export const TakeAlong = () => (
  <section class="webhooks take-along" aria-labelledby="take-along">
    <h2 id="take-along">{t('takeAlong.title')}</h2>
    <p class="hint">{t('takeAlong.words')}</p>
    <ExportDownload address="/api/desk/export" />
  </section>
);
