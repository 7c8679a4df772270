import type { Anchor } from '../shared/anchor.ts';
import { type Article, articleFromJson, articleToJson } from '../shared/article.ts';
import type { Claim } from '../shared/claim.ts';
import type { CreateArticle } from '../shared/operations/article.ts';
import type { AnyPart } from '../shared/operations/index.ts';
import { quoteAt } from '../shared/quote.ts';
import { perform } from '../shared/rebase.ts';
import { create, schema } from '../shared/schema.ts';
import { paragraphs } from './sample-text.ts';

const LENGTH = 200;
const act = { reviewer: 'una', at: '2026-03-01T09:00:00.000Z' };

/** The first part of an article with so many characters of text, in paragraphs of 200. */
export const creationOf = (characters: number): CreateArticle => {
  const blocks = paragraphs(Math.ceil(characters / LENGTH), LENGTH).map((text) =>
    create('paragraph', null, [schema.text(text)]),
  );
  const doc = create('doc', null, [create('title', null, [schema.text('The moon')]), ...blocks]);
  return { kind: 'article.create', doc, origin: { format: 'text', url: '', language: 'en' }, removals: [] };
};

/** Where claims stand when there are so many: evenly over the text, each 40 characters or less, inside one paragraph. */
const places = (article: Article, count: number): readonly (readonly [from: number, to: number])[] => {
  const first = article.doc.firstChild?.nodeSize ?? 0;
  const blocks = article.doc.childCount - 1;
  const each = Math.ceil(count / blocks);
  const room = Math.floor((LENGTH - 20) / each);
  return Array.from({ length: count }, (_, index) => {
    const block = each > 1 ? Math.floor(index / each) : Math.floor((index * blocks) / count);
    const from = first + block * (LENGTH + 2) + 1 + 10 + (index % each) * room;
    return [from, from + Math.min(40, room - 1)] as const;
  });
};

/**
 * The article with so many claims. The first is marked as a person marks it, the others are written beside it: marking ten thousand
 * one after the other is not what is measured.
 */
export const withClaims = (article: Article, count: number): Article => {
  const [first] = places(article, count);
  if (!first) return article;
  const [from, to] = first;
  const mark: AnyPart = {
    kind: 'claim.mark',
    claim: 'c0',
    place: { from, to },
    quote: quoteAt(article.doc, from, to),
    fields: { statement: 'The moon is so many kilometres away.' },
  };
  const marked = perform(article, [mark], act).article;
  const [claim, anchor] = [marked.claims.get('c0'), marked.anchors.get('c0')];
  if (!claim || !anchor) throw new Error('the first claim was not marked');
  const claims: Record<string, Claim> = {};
  const anchors: Record<string, Anchor> = {};
  places(article, count).forEach(([start, end], index) => {
    const id = `c${index}`;
    claims[id] = { ...claim, id, quote: quoteAt(article.doc, start, end) };
    anchors[id] = { ...anchor, from: start, to: end };
  });
  return articleFromJson({ ...articleToJson(marked), claims, anchors });
};
