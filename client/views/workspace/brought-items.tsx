import type { BroughtItem } from '../../annotations.ts';
import { known, t } from '../../strings/index.ts';
import { moment } from '../../times.ts';

/** So many of a kind are listed; the others are counted. */
const SHOWN = 200;

/** The annotations of a file with what becomes of each: what finds no place first, then what is doubtful. */
export const BroughtItems = ({ items }: { readonly items: readonly BroughtItem[] }) => {
  const lost = items.filter(({ why }) => why !== undefined);
  const kept = items.filter(({ why, becomes }) => why === undefined && becomes !== 'again');
  const inOrder = [
    ...kept.filter(({ doubts }) => doubts.length > 0),
    ...kept.filter(({ doubts }) => doubts.length === 0),
  ];
  return (
    <>
      {lost.length > 0 && (
        <details open>
          <summary>{t('annotations.unplaced', { count: lost.length })}</summary>
          <p class="hint">{t('annotations.unplacedHint')}</p>
          <Items items={lost} />
        </details>
      )}
      {inOrder.length > 0 && (
        <details open>
          <summary>{t('annotations.placed', { count: inOrder.length })}</summary>
          <Items items={inOrder} />
        </details>
      )}
    </>
  );
};

const Items = ({ items }: { readonly items: readonly BroughtItem[] }) => (
  <>
    <ol class="annotations-list">
      {items.slice(0, SHOWN).map((item, index) => (
        <li key={`${item.id} ${index}`}>
          <Item item={item} />
        </li>
      ))}
    </ol>
    {items.length > SHOWN && <p class="meta">{t('annotations.more', { count: items.length - SHOWN })}</p>}
  </>
);

const Item = ({
  item: { becomes, words, says, author, at, doubts, why, similar, id },
}: {
  readonly item: BroughtItem;
}) => (
  <>
    <p class="annotations-head">
      <span class={why === undefined ? 'tag' : 'tag warn'}>{t(`annotations.as.${becomes}`)}</span>
      <span class="meta">
        <bdi>{author || t('annotations.nobody')}</bdi>
        {at && ` · ${moment(at)}`}
      </span>
    </p>
    {words && <blockquote dir="auto">{words}</blockquote>}
    {says && <p dir="auto">{says}</p>}
    {!words && !says && (
      <p class="meta" dir="ltr">
        {id}
      </p>
    )}
    {why !== undefined && <p class="annotations-why">{known('removal', why) ?? why}</p>}
    {similar && <p class="annotations-why">{t('annotations.similar', { words: similar })}</p>}
    {doubts.map(({ doubt }) => (
      <p key={doubt} class="annotations-why">
        {t(`annotations.doubt.${doubt}`)}
      </p>
    ))}
  </>
);
