import { DOMSerializer, Fragment, type Node, Slice } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Article } from '../../shared/article.ts';
import { anchorOf } from '../../shared/article.ts';
import { schema } from '../../shared/schema.ts';
import { tokens } from '../../shared/text.ts';
import { inertDocument } from '../trusted.ts';
import type { Words } from '../words-selected.ts';

/** A claim in what was cut or copied: where its words stand in it. */
export interface Carried {
  readonly claim: string;
  /** From the start of what was cut. */
  readonly at: number;
  readonly words: string;
}

/** The claims that lie wholly in a stretch of an article. */
export const claimsIn = (article: Article, { from, to }: Words): readonly Carried[] =>
  [...article.claims.keys()].flatMap((claim) => {
    const anchor = anchorOf(article, claim);
    if (anchor.from === anchor.to || anchor.from < from || anchor.to > to) return [];
    return [{ claim, at: anchor.from - from, words: tokens(article.doc, anchor.from, anchor.to) }];
  });

/** Where a carried claim's words stand in what was pasted; nothing when they are not there as they were. */
export const placeOf = (doc: Node, pasted: Words, { at, words }: Carried): Words | undefined => {
  const text = tokens(doc, pasted.from, pasted.to);
  const index = text.startsWith(words, at) ? at : text.indexOf(words);
  return index === -1 ? undefined : { from: pasted.from + index, to: pasted.from + index + words.length };
};

const ATTRIBUTE = 'data-claims';

/** The claims that some HTML of the clipboard says it carries. */
const carriedBy = (html: string): readonly Carried[] => {
  const holder = inertDocument(html).querySelector(`[${ATTRIBUTE}]`);
  try {
    const list: unknown = JSON.parse(holder?.getAttribute(ATTRIBUTE) ?? '[]');
    return Array.isArray(list) ? list.filter(isCarried) : [];
  } catch {
    return []; // somebody else's attribute
  }
};

const isCarried = (value: unknown): value is Carried =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Carried).claim === 'string' &&
  typeof (value as Carried).words === 'string' &&
  Number.isInteger((value as Carried).at);

/** A pasted title is a heading: an article has one title. */
const withoutTitles = (slice: Slice): Slice => {
  const heading = schema.nodes.heading;
  if (!heading || slice.content.childCount < 2) return slice;
  const nodes = slice.content.content.map((node) =>
    node.type.name === 'title' ? heading.create(null, node.content) : node,
  );
  return new Slice(Fragment.from(nodes), slice.openStart, slice.openEnd);
};

/** What the clipboard needs of the workspace. */
interface Claims {
  readonly article: () => Article | undefined;
  /** Puts a claim that lost its words on the ones that were pasted. */
  readonly reanchor: (claim: string, words: Words) => void;
}

/** The clipboard carries the ids of the claims in what is cut, so that they stand on their words again where those are pasted. */
export const clipboard = ({ article, reanchor }: Claims): Plugin => {
  let carried: readonly Carried[] = [];
  const remember = (view: EditorView): false => {
    const current = article();
    const { from, to } = view.state.selection;
    carried = current ? claimsIn(current, { from, to }) : [];
    return false;
  };
  const plain = DOMSerializer.fromSchema(schema);
  const serializer = new DOMSerializer(plain.nodes, plain.marks);
  serializer.serializeFragment = (fragment, options, target) => {
    const made = plain.serializeFragment(fragment, options, target);
    if (carried.length > 0 && made.firstChild instanceof Element)
      made.firstChild.setAttribute(ATTRIBUTE, JSON.stringify(carried));
    return made;
  };
  return new Plugin({
    props: {
      clipboardSerializer: serializer,
      transformPasted: withoutTitles,
      handleDOMEvents: { copy: remember, cut: remember, dragstart: remember },
      handlePaste: (view, event, slice) => {
        const claims = carriedBy(event.clipboardData?.getData('text/html') ?? '');
        if (claims.length === 0) return false;
        const { from } = view.state.selection;
        const transaction = view.state.tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true);
        view.dispatch(transaction);
        const pasted = { from, to: view.state.selection.to };
        for (const each of claims) {
          const place = placeOf(view.state.doc, pasted, each);
          if (place) reanchor(each.claim, place);
        }
        return true;
      },
    },
  });
};
