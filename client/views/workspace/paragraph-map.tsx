import { anchorOf } from '../../../shared/article.ts';
import { blockAt } from '../../blocks.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';
import { showBlock } from './scrolling.ts';

/** The paragraphs with a square for each claim that begins there. */
export const ParagraphMap = ({ byBlock }: { readonly byBlock: ReadonlyMap<number, readonly string[]> }) => {
  const workspace = useWorkspace();
  const { article, blocks, standings, claim } = workspace;
  const at =
    article.value && claim.value && article.value.anchors.get(claim.value)
      ? anchorOf(article.value, claim.value)
      : undefined;
  const current = at && blockAt(blocks.value, at.from)?.number;
  return (
    <>
      <h2 class="heading-small">{t('map.title')}</h2>
      <ol class="paragraph-map">
        {blocks.value.map(({ number }) => {
          const claims = byBlock.get(number) ?? [];
          return (
            <li key={number}>
              <button
                type="button"
                class={current === number ? 'is-current' : ''}
                aria-label={t('map.paragraph', { number, count: claims.length })}
                onClick={() => showBlock(number)}
              >
                <b>{number}</b>
                <span class="squares">
                  {claims.map((id) => {
                    const { look, outcome } = standings.value.get(id) ?? { look: 'open' };
                    return <i key={id} class={`look-${look} ${outcome?.stale ? 'is-stale' : ''}`} />;
                  })}
                  {claims.length === 0 && <i class="none" />}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </>
  );
};
