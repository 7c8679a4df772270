import '../../styles/article-as-read.css';
import { changeDraft, draft } from '../../article-draft.ts';
import { laidOut, type Piece, type Reading } from '../../reading.ts';
import { t } from '../../strings/index.ts';
import { BlockView } from './block-as-read.tsx';
import { RemovedLines } from './removed-lines.tsx';

/** The article as it will be, with what was removed in its place. */
export const ArticleAsRead = ({ reading }: { readonly reading: Reading }) => (
  <article class="sheet-page">
    {laidOut(reading).map((piece, index) => (
      <PieceView key={keyOf(piece, index)} piece={piece} headline={reading.title} />
    ))}
  </article>
);

const keyOf = (piece: Piece, index: number): string =>
  piece.kind === 'removed' ? `removed ${piece.lines[0]?.key}` : piece.kind === 'title' ? 'title' : `block ${index}`;

const PieceView = ({ piece, headline }: { readonly piece: Piece; readonly headline: string }) => {
  switch (piece.kind) {
    case 'title':
      return <Headline read={headline} />;
    case 'block':
      return <BlockView block={piece.block} />;
    case 'removed':
      return <RemovedLines lines={piece.lines} />;
  }
};

const Headline = ({ read }: { readonly read: string }) => {
  const title = draft.value.title ?? read;
  const change = (value: string): void => {
    const line = value.replaceAll(/\s*\n\s*/g, ' ');
    changeDraft({ title: line === read ? undefined : line });
  };
  return (
    <div class="headline">
      {/* The field grows with the words that stand behind it, unseen. */}
      <div class="grows" data-words={`${title || t('preview.noHeadline')} `}>
        <textarea
          rows={1}
          dir="auto"
          maxLength={500}
          aria-label={t('preview.headline')}
          placeholder={t('preview.noHeadline')}
          value={title}
          onInput={(event) => change(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      </div>
      {title.trim() !== '' && title !== read && read !== '' && (
        <>
          <p class="hint meta">{t('preview.titleKept')}</p>
          <p dir="auto">{read}</p>
        </>
      )}
    </div>
  );
};
