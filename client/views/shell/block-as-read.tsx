import type { ComponentChildren } from 'preact';
import type { Block, Cell, Holding, Span, Words } from '../../reading.ts';

/** A block of an article as it will be. */
export const BlockView = ({ block }: { readonly block: Block }) => {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p dir="auto">
          <WordsView {...block} />
        </p>
      );
    case 'heading': {
      // The page's own headings are the first two.
      const Heading = (['h3', 'h4', 'h5', 'h6', 'h6'] as const)[(block.level ?? 2) - 2] ?? 'h3';
      return (
        <Heading dir="auto">
          <WordsView {...block} />
        </Heading>
      );
    }
    case 'quote':
      return (
        <blockquote dir="auto">
          <HoldingView held={block} />
        </blockquote>
      );
    case 'caption':
    case 'credit':
      return (
        <p class={block.kind} dir="auto">
          <WordsView {...block} />
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List start={block.start}>
          {block.items.map((item, index) => (
            <li key={index} dir="auto">
              <HoldingView held={item} />
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than the page is scrolled with the keys.
        <div class="table-scroll" tabIndex={0}>
          <table>
            <tbody>
              {block.rows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, at) => (
                    <CellView cell={cell} key={at} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'rule':
      return <hr />;
  }
};

const HoldingView = ({ held }: { readonly held: string | Holding }) =>
  typeof held === 'string' ? (
    held
  ) : (
    <>
      <WordsView {...held} />
      {held.rest?.map((block, index) => (
        <BlockView block={block} key={index} />
      ))}
    </>
  );

const CellView = ({ cell }: { readonly cell: Cell }) => {
  const Tag = cell.heads ? 'th' : 'td';
  return (
    <Tag colSpan={cell.colspan} rowSpan={cell.rowspan} dir="auto">
      <WordsView {...cell} />
    </Tag>
  );
};

/** Words with their marks: a link is shown and not followed from here. */
const WordsView = ({ text, spans = [] }: Words) => {
  const ends = [...new Set([0, text.length, ...spans.flatMap(({ from, to }) => [from, to])])].sort(
    (one, other) => one - other,
  );
  return (
    <>
      {ends.slice(1).map((to, index) => {
        const from = ends[index] ?? 0;
        const over = spans.filter((span) => span.from <= from && span.to >= to);
        return <span key={from}>{over.reduce<ComponentChildren>(marked, text.slice(from, to))}</span>;
      })}
    </>
  );
};

const marked = (words: ComponentChildren, span: Span): ComponentChildren => {
  if (span.mark === 'link')
    return (
      <span class="leads-on" title={span.href}>
        {words}
      </span>
    );
  const Mark = span.mark;
  return <Mark>{words}</Mark>;
};
