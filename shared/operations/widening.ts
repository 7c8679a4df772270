import { widenAnchor } from '../anchor.ts';
import { type Article, anchorOf, quoteOf, wordsOf } from '../article.ts';
import { wordsBetween } from '../text.ts';

/** How much more of the text before and after a record's words has to be taken in for them to be others; nothing when it cannot be. */
const missing = (article: Article, id: string, wanted: string): readonly [start: number, end: number] | undefined => {
  const { from, to } = anchorOf(article, id);
  const words = wordsOf(article, id);
  if (words === '' || words === wanted) return undefined;
  for (let start = wanted.indexOf(words); start >= 0; start = wanted.indexOf(words, start + 1)) {
    const end = wanted.length - start - words.length;
    const [first, last] = [from - start, to + end];
    const isInside = first >= 0 && last <= article.doc.content.size;
    if (isInside && wordsBetween(article.doc, first, last) === wanted) return [start, end];
  }
  return undefined;
};

/**
 * The article in which a record stands on all of its new words. What is typed at an edge of words stays outside them, but words that
 * a correction adds there belong to it, and to every claim that begins or ends at the same edge.
 */
export const widened = (article: Article, id: string, wanted: string): Article => {
  const more = missing(article, id, wanted);
  if (!more) return article;
  const { from, to } = anchorOf(article, id);
  let { anchors } = article;
  for (const [each, anchor] of article.anchors) {
    if (anchor.from >= to || anchor.to <= from) continue;
    const [start, end] = [anchor.from === from ? more[0] : 0, anchor.to === to ? more[1] : 0];
    if (start > 0 || end > 0)
      anchors = anchors.with(each, widenAnchor(anchor, start, end, article.doc, quoteOf(article, each)));
  }
  return { ...article, anchors };
};
