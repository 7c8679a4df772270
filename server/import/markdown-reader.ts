import type { Definition, Nodes, Parent, PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { isSafeAddress, wrong } from '../../shared/parsing.ts';
import { decodeText } from './decode-text.ts';
import { readHtml } from './html/html-reader.ts';
import type { Read } from './reader.ts';
import type { Block, Cell, Holding, Reading, Span, Words } from './reading.ts';

/** Quotations and lists within each other further than this are read as what is in them. */
const DEEPEST = 12;

/** What is looked up while a text is read. */
interface Context {
  readonly source: string;
  readonly definitions: ReadonlyMap<string, Definition>;
}

type Mark = { readonly mark: 'em' | 'strong' | 'code' } | { readonly mark: 'link'; readonly href: string };

const sourceOf = ({ position }: Nodes, { source }: Context): string =>
  source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);

const BREAK = /^<br\s*\/?>$/i;
const TAG = /^<(?:\/?[a-z]|!--)/i;

/** The words of inline nodes, with what is marked in them; a line that the author broke is a space, as Markdown has it. */
const words = (nodes: readonly PhrasingContent[], context: Context): Words => {
  let text = '';
  const spans: Span[] = [];
  const marked = (children: readonly PhrasingContent[], mark: Mark): void => {
    const from = text.length;
    children.forEach(write);
    if (text.length > from) spans.push({ from, to: text.length, ...mark });
  };
  const link = (children: readonly PhrasingContent[], href: string | undefined): void =>
    href === undefined || !isSafeAddress(href) ? children.forEach(write) : marked(children, { mark: 'link', href });
  const write = (node: PhrasingContent): void => {
    switch (node.type) {
      case 'text':
        text += node.value.replaceAll(/\s*\n\s*/g, ' ');
        break;
      case 'emphasis':
        marked(node.children, { mark: 'em' });
        break;
      case 'strong':
        marked(node.children, { mark: 'strong' });
        break;
      case 'inlineCode':
        marked([{ type: 'text', value: node.value }], { mark: 'code' });
        break;
      case 'link':
        link(node.children, node.url);
        break;
      case 'linkReference':
        if (isNote(node.identifier)) text += sourceOf(node, context);
        else link(node.children, context.definitions.get(node.identifier)?.url);
        break;
      case 'image':
      case 'imageReference':
        text += node.alt ?? '';
        break;
      case 'break':
        text += '\n';
        break;
      case 'html':
        // Tags are no words; what stands between them is, and is kept as text.
        if (BREAK.test(node.value)) text += '\n';
        else if (!TAG.test(node.value)) text += node.value;
        break;
      default:
        text += sourceOf(node, context);
    }
  };
  nodes.forEach(write);
  const lead = text.length - text.trimStart().length;
  const whole = text.trim();
  const within = spans
    .map((span) => ({ ...span, from: Math.max(0, span.from - lead), to: Math.min(whole.length, span.to - lead) }))
    .filter((span) => span.from < span.to);
  return { text: whole, ...(within.length > 0 && { spans: within }) };
};

/** A note as other kinds of Markdown write it, which CommonMark takes for a link. */
const isNote = (identifier: string): boolean => identifier.startsWith('^');

const isHolder = (block: Block | undefined): block is Words & { kind: 'paragraph' } => block?.kind === 'paragraph';

/** Blocks as what one item or one quotation holds: the words of the first, and the rest. */
const held = (blocks: readonly Block[]): Holding => {
  const [first, ...rest] = blocks;
  if (!isHolder(first)) return { text: '', ...(blocks.length > 0 && { rest: blocks }) };
  const { kind: _, ...line } = first;
  return { ...line, ...(rest.length > 0 && { rest }) };
};

const imageAlone = (children: readonly PhrasingContent[], context: Context): Block | undefined => {
  const [only] = children;
  if (children.length !== 1 || (only?.type !== 'image' && only?.type !== 'imageReference')) return undefined;
  const found = only.type === 'image' ? only : context.definitions.get(only.identifier);
  const alt = only.alt ?? '';
  return { kind: 'caption', text: (found?.title ?? alt).trim(), image: { src: found?.url ?? '', alt } };
};

const blocksIn = (parent: Parent, context: Context, depth: number): readonly Block[] =>
  parent.children.flatMap((node) => blocksOf(node, context, depth));

const rowOf = (cells: readonly { readonly children: PhrasingContent[] }[], heads: boolean, context: Context): Cell[] =>
  cells.map(({ children }) => ({ ...words(children, context), ...(heads && { heads: true as const }) }));

const blocksOf = (node: RootContent, context: Context, depth: number): readonly Block[] => {
  switch (node.type) {
    case 'paragraph':
      return [imageAlone(node.children, context) ?? { kind: 'paragraph', ...words(node.children, context) }];
    case 'heading':
      return [{ kind: 'heading', level: node.depth, ...words(node.children, context) }];
    case 'thematicBreak':
      return [{ kind: 'rule' }];
    case 'blockquote': {
      const blocks = blocksIn(node, context, depth + 1);
      return depth < DEEPEST && isHolder(blocks[0]) ? [{ kind: 'quote', ...held(blocks) }] : blocks;
    }
    case 'list': {
      if (depth >= DEEPEST) return node.children.flatMap((item) => blocksIn(item, context, depth));
      const items = node.children.map((item) => held(blocksIn(item, context, depth + 1)));
      const start = node.start ?? 1;
      return [{ kind: 'list', ordered: node.ordered ?? false, ...(start !== 1 && { start }), items }];
    }
    case 'table':
      return [{ kind: 'table', rows: node.children.map((row, at) => rowOf(row.children, at === 0, context)) }];
    case 'code': {
      const text = node.value.trimEnd();
      return [{ kind: 'paragraph', text, spans: [{ from: 0, to: text.length, mark: 'code' }] }];
    }
    case 'html': {
      const { title, blocks } = readHtml(node.value, '', false, () => {});
      return [...(title === '' ? [] : [{ kind: 'heading' as const, level: 2, text: title }]), ...blocks];
    }
    case 'definition':
      return isNote(node.identifier) ? [{ kind: 'paragraph', text: sourceOf(node, context) }] : [];
    default:
      return [{ kind: 'paragraph', text: sourceOf(node, context).trim() }];
  }
};

const definitionsIn = (root: Root): ReadonlyMap<string, Definition> => {
  const found = new Map<string, Definition>();
  const look = (node: Nodes): void => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
    if ('children' in node) node.children.forEach(look);
  };
  look(root);
  return found;
};

/** The article in a text in Markdown: CommonMark, with tables. The first heading is the title when it stands above all else. */
export const readMarkdown = (source: string): Reading => {
  const root = fromMarkdown(source, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const all = blocksIn(root, { source, definitions: definitionsIn(root) }, 0).filter(
    (block) => !('text' in block) || block.text !== '',
  );
  const [first] = all;
  const title = first?.kind === 'heading' ? first : undefined;
  const rest = title ? all.slice(1) : all;
  const highest = Math.min(...rest.map((block) => (block.kind === 'heading' ? (block.level ?? 2) : 6)));
  const blocks = rest.map((block) =>
    block.kind === 'heading' ? { ...block, level: Math.min(6, (block.level ?? 2) - highest + 2) } : block,
  );
  return { title: title?.text.replaceAll('\n', ' ') ?? '', blocks, removed: [] };
};

export const read: Read = ({ file, charset }) => {
  try {
    return readMarkdown(decodeText(file, charset));
  } catch (error) {
    // Deeper than the parser goes.
    throw error instanceof RangeError ? wrong('', 'unreadable') : error;
  }
};
