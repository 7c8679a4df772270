import type { Node, Schema } from 'prosemirror-model';
import type { Article } from '../article.ts';
import { FIELD_LIMIT } from '../parsing.ts';
import { WRITERS } from '../permission.ts';
import { rationaleOf, rationaleSchema, rewritten } from '../rationale.ts';
import { hasRole, type Reviewer } from '../roles.ts';
import { schema } from '../schema.ts';
import { sightOf } from '../sight.ts';
import type { Target } from '../target.ts';
import { type Act, type Refusal, refuse } from './kind.ts';

/** What a text is made of, and how large it may become, in positions. */
export interface Form {
  readonly schema: Schema;
  readonly most: number;
}

/** At most so many steps an operation, nodes a step, levels of nesting, and UTF-16 units an article. */
export const TEXT_CAPS = { steps: 500, nodes: 5_000, depth: 32, article: 2_000_000 } as const;

const BODY: Form = { schema, most: 2 * TEXT_CAPS.article };
const RATIONALE: Form = { schema: rationaleSchema, most: FIELD_LIMIT };

/** The form of the text at a target. */
export const formOf = (target: Target): Form => (target === 'body' ? BODY : RATIONALE);

/** The text at a target as it stands, or why there is none to write in. */
export const textAt = (article: Article, target: Target): Node | Refusal => {
  if (target === 'body') return article.doc;
  const claim = article.claims.get(target.rationale);
  if (!claim) return refuse('unknown');
  return claim.withdrawn ? refuse('withdrawn') : rationaleOf(article.rationales, claim.id).doc;
};

/** The article with another text at a target. */
export const withText = (article: Article, target: Target, doc: Node, act: Act): Article => {
  if (target === 'body') return { ...article, doc };
  const { rationale: claim } = target;
  const hand = { reviewer: act.reviewer, at: act.at };
  const rationale = rewritten(rationaleOf(article.rationales, claim), doc, hand);
  return { ...article, rationales: new Map(article.rationales).set(claim, rationale) };
};

/** Whether a reviewer may write in the text at a target: editors in the article while it is not locked, annotators in a rationale while work is not blind. */
export const mayWrite = (article: Article, target: Target, reviewer: Reviewer): Refusal | undefined => {
  if (!hasRole(reviewer.role, WRITERS[target === 'body' ? 'body' : 'rationale'])) return refuse('not-allowed');
  if (target === 'body') return article.lock && refuse('locked');
  if ((sightOf(article, reviewer)?.blind ?? 'no') !== 'no') return refuse('blind');
  const text = textAt(article, target);
  return 'refused' in text ? text : undefined;
};
