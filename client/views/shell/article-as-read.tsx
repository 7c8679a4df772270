import '../../styles/article-as-read.css';
import { changeDraft, draft } from '../../article-draft.ts';
import { type Block, type Holding, laidOut, type Piece, type Reading } from '../../reading.ts';
import { t } from '../../strings/index.ts';
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

const BlockView = ({ block }: { readonly block: Block }) => {
  switch (block.kind) {
    case 'paragraph':
      return <p dir="auto">{block.text}</p>;
    case 'heading':
      return <h3 dir="auto">{block.text}</h3>;
    case 'quote':
      return (
        <blockquote dir="auto">
          <HoldingView held={block} />
        </blockquote>
      );
    case 'rule':
      return <hr />;
    case 'table':
      return <TableView rows={block.rows} />;
    case 'caption':
      return (
        <p class="caption" dir="auto">
          {block.text}
        </p>
      );
    case 'credit':
      return (
        <p class="credit" dir="auto">
          {block.text}
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, index) => (
            <li key={`${index}`} dir="auto">
              {typeof item === 'string' ? item : <HoldingView held={item} />}
            </li>
          ))}
        </List>
      );
    }
  }
};

const HoldingView = ({ held: { text, rest = [] } }: { readonly held: Holding }) => (
  <>
    {text}
    {rest.map((block, index) => (
      <BlockView key={`${index}`} block={block} />
    ))}
  </>
);

const TableView = ({ rows }: Pick<Extract<Block, { kind: 'table' }>, 'rows'>) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than the page is scrolled with the keys.
  <div class="table-scroll" tabIndex={0}>
    <table>
      <tbody>
        {rows.map((row, index) => (
          <tr key={`${index}`}>
            {row.map(({ text, heads, colspan }, at) => {
              const Cell = heads ? 'th' : 'td';
              return (
                <Cell key={`${at}`} dir="auto" colSpan={colspan ?? 1}>
                  {text}
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
