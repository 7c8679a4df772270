import { useComputed } from '@preact/signals';
import { offered, TONES, type Tone } from '../../../shared/scale.ts';
import { TRUTH_SCALE } from '../../../shared/scales.ts';
import { type Configured, settingsOf } from '../../../shared/settings.ts';
import { isBlindTo } from '../../../shared/sight.ts';
import type { Coverage } from '../../coverage.ts';
import { scaleInWords } from '../../scale-words.ts';
import type { Look } from '../../standing.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';
import { KeyHints } from './key-hints.tsx';
import { LookLine } from './look-line.tsx';
import { LookedAt } from './looked-at.tsx';
import { ParagraphMap } from './paragraph-map.tsx';
import { SuggestionSwitch } from './suggestion-switch.tsx';

interface Row {
  readonly look: Look | 'stale';
  readonly label: string;
}

/** A row for each tone, the truest first, called by the ratings that have it, of the scale now or of one from before; then for what is left to do. */
const rowsOf = (decided: Configured): readonly Row[] => {
  const { scale, rule } = settingsOf(decided);
  const ratings = offered(scaleInWords(scale));
  const before = [...decided.scales.values()].flatMap((scale) => scaleInWords(scale).ratings);
  const labelOf = (tone: Tone): string => {
    const now = ratings.filter((rating) => rating.tone === tone);
    const labels = (
      now.length > 0 ? now : [...before, ...scaleInWords(TRUTH_SCALE).ratings].filter((rating) => rating.tone === tone)
    ).map(({ label }) => label);
    return [...new Set(labels)].join(' / ');
  };
  const order = [...TONES.filter((tone) => tone !== 'unproven')].reverse();
  return [
    ...[...order, 'unproven' as const].map((tone) => ({ look: tone, label: labelOf(tone) })),
    { look: 'stale', label: t('standing.stale') },
    // Which of the two it is called follows from the rule: where a lead decides everything, nobody has disputed it.
    { look: 'undecided', label: t(rule === 'lead' ? 'standing.undecided' : 'standing.disputed') },
    { look: 'open', label: t('standing.open') },
    { look: 'uncheckable', label: t('standing.uncheckable') },
  ];
};

/** How far the checking has come: counts, and a map of the paragraphs. */
export const CoverageColumn = ({ onKeys }: { readonly onKeys: () => void }) => {
  const { article, coverage, decided } = useWorkspace();
  const alone = useComputed(() => article.value !== undefined && isBlindTo(article.value)).value;
  const rows = useComputed(() => rowsOf(decided.value)).value;
  if (!coverage.value) return null;
  return (
    <nav class="coverage-column" aria-label={t('panels.coverage')}>
      <h2 class="heading-small">{t('panels.coverage')}</h2>
      {coverage.value.claims === 0 ? (
        <p class="coverage-none">{t('coverage.none')}</p>
      ) : (
        <Counts coverage={coverage.value} rows={rows} alone={alone} />
      )}
      <LookedAt />
      <SuggestionSwitch />
      <ParagraphMap />
      <KeyHints onKeys={onKeys} />
    </nav>
  );
};

interface Counted {
  readonly coverage: Coverage;
  readonly rows: readonly Row[];
  /** Only one's own verdicts are counted: work is blind. */
  readonly alone: boolean;
}

/** What no part of the bar is drawn for: it fills with what is done. */
const LEFT_TO_DO: ReadonlySet<Row['look']> = new Set(['stale', 'undecided', 'open']);

const Counts = ({ coverage: { checked, claims, counts }, rows, alone }: Counted) => (
  <>
    <p class="coverage-count">
      <strong>{checked}</strong> {t(alone ? 'coverage.byYou' : 'coverage.of', { count: claims })}
    </p>
    <div class="coverage-bar" aria-hidden="true">
      {rows
        .filter(({ look }) => !LEFT_TO_DO.has(look))
        .map(({ look }) => (
          <span key={look} class={`look-${look}`} style={{ width: `${(100 * counts[look]) / claims}%` }} />
        ))}
    </div>
    <ul class="legend">
      {rows
        .filter(({ look }) => counts[look] > 0)
        .map(({ look, label }) => (
          <li key={look}>
            <LookLine look={look} />
            {label}
            <span class="count">{counts[look]}</span>
          </li>
        ))}
    </ul>
  </>
);
