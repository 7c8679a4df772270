import { useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { percentLookedAt, type WordsByCovered } from '../../../shared/coverage.ts';
import { blockAt } from '../../blocks.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';
import { WordsBar } from './looked-at.tsx';
import { showBlock } from './scrolling.ts';
import { VirtualList } from './virtual-list.tsx';

/** About how high a paragraph's line is, in pixels. */
const LINE = 30;

/** The paragraphs with a square for each claim that begins there. */
export const ParagraphMap = () => {
  const { blocks, byBlock } = useWorkspace();
  const count = useComputed(() => blocks.value.length).value;
  const numbers = useMemo(() => Array.from({ length: count }, (_, index) => String(index + 1)), [count]);
  return (
    <>
      <h2 class="heading-small">{t('map.title')}</h2>
      <div class="paragraph-map">
        <VirtualList role="list" label={t('map.title')} rows={numbers} height={LINE}>
          {(number) => <Paragraph number={Number(number)} claims={byBlock.value.get(Number(number)) ?? NONE} />}
        </VirtualList>
      </div>
    </>
  );
};

const NONE: readonly string[] = [];
const NO_WORDS: WordsByCovered = { claim: 0, aside: 0, open: 0 };

const Paragraph = ({ number, claims }: { readonly number: number; readonly claims: readonly string[] }) => {
  const { article, blocks, claim, standings, wordsByBlock } = useWorkspace();
  const words = useComputed(() => wordsByBlock.value.get(number) ?? NO_WORDS).value;
  const isCurrent = useComputed(() => {
    const anchor = claim.value === undefined ? undefined : article.value?.anchors.get(claim.value);
    return anchor !== undefined && blockAt(blocks.value, anchor.from)?.number === number;
  });
  return (
    <button
      type="button"
      class={isCurrent.value ? 'is-current' : ''}
      aria-label={t('map.paragraph', { number, count: claims.length, percent: percentLookedAt(words) })}
      onClick={() => showBlock(number)}
    >
      <b>{number}</b>
      <span class="squares">
        {claims.map((id) => {
          const { look, outcome } = standings.value.get(id) ?? { look: 'open' };
          return <i key={id} class={`look-${look} ${outcome?.stale ? 'is-stale' : ''}`} />;
        })}
      </span>
      <WordsBar words={words} />
    </button>
  );
};
