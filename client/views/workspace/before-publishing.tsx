import type { Unpublished } from '../../../shared/publishable.ts';
import type { ReportPreview } from '../../reports.ts';
import { t } from '../../strings/index.ts';
import { useJudgedElsewhere } from './use-judged-elsewhere.ts';

const OPEN = ['unsigned', 'onRetracted', 'openThreads', 'openQuestions'] as const;

/** What will be on the page, what is left out of it, and what is still open. */
export const BeforeList = ({ preview: { before, leavesOut } }: { readonly preview: ReportPreview }) => {
  const against = Object.keys(useJudgedElsewhere()).length;
  return (
    <div class="publish-before" role="status">
      <p>
        <strong>
          {before.published === 0 ? t('report.none') : t('report.published', { count: before.published })}
        </strong>
      </p>
      <ul>
        {(Object.entries(before.leftOut) as [Unpublished, number][]).map(([why, count]) => (
          <li key={why}>{t(`report.leftOut.${why}`, { count })}</li>
        ))}
        {OPEN.filter((each) => before[each] > 0).map((each) => (
          <li key={each}>{t(`report.${each}`, { count: before[each] })}</li>
        ))}
        {against > 0 && <li>{t('report.judgedElsewhere', { count: against })}</li>}
        {leavesOut && <li>{t('report.notPublic')}</li>}
      </ul>
    </div>
  );
};
