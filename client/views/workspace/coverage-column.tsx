import { TRUTH_SCALE } from '../../../shared/scale.ts';
import type { Coverage } from '../../coverage.ts';
import type { Look } from '../../standing.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';
import { KeyHints } from './key-hints.tsx';
import { LookLine } from './look-line.tsx';
import { ParagraphMap } from './paragraph-map.tsx';

const ROWS: readonly { readonly look: Look | 'stale'; readonly label: string }[] = [
  ...[...TRUTH_SCALE.ratings]
    .sort((one, other) => (other.number ?? 0) - (one.number ?? 0))
    .map(({ tone, label }) => ({ look: tone, label })),
  { look: 'stale', label: t('standing.stale') },
  { look: 'open', label: t('standing.open') },
  { look: 'uncheckable', label: t('standing.uncheckable') },
];

/** How far the checking has come: counts, and a map of the paragraphs. */
export const CoverageColumn = ({ onKeys }: { readonly onKeys: () => void }) => {
  const coverage = useWorkspace().coverage.value;
  if (!coverage) return null;
  return (
    <nav class="coverage-column" aria-label={t('coverage.title')}>
      <h2 class="heading-small">{t('coverage.title')}</h2>
      {coverage.claims === 0 ? <p class="coverage-none">{t('coverage.none')}</p> : <Counts coverage={coverage} />}
      <ParagraphMap byBlock={coverage.byBlock} />
      <KeyHints onKeys={onKeys} />
    </nav>
  );
};

const Counts = ({ coverage: { checked, claims, counts } }: { readonly coverage: Coverage }) => (
  <>
    <p class="coverage-count">
      <strong>{checked}</strong> {t('coverage.of', { count: claims })}
    </p>
    <div class="coverage-bar" aria-hidden="true">
      {ROWS.filter(({ look }) => look !== 'open' && look !== 'stale').map(({ look }) => (
        <span key={look} class={`look-${look}`} style={{ width: `${(100 * counts[look]) / claims}%` }} />
      ))}
    </div>
    <ul class="legend">
      {ROWS.filter(({ look }) => counts[look] > 0).map(({ look, label }) => (
        <li key={look}>
          <LookLine look={look} />
          {label}
          <span class="count">{counts[look]}</span>
        </li>
      ))}
    </ul>
  </>
);
