import { Node } from 'prosemirror-model';
import type { OperationJson } from '../shared/protocol.ts';
import type { Removal } from '../shared/removal.ts';
import { schema } from '../shared/schema.ts';
import { restoringSteps } from './restoring.ts';

/** What must be known of an article to put back what was removed from it. */
export interface ArticleSeen {
  readonly version: number;
  readonly doc: unknown;
  readonly removed: readonly Removal[];
}

/** The operation that puts removed texts, given by their places in `removed`, back where they stood, all or none. */
export const keepingOperation = (article: ArticleSeen, kept: readonly number[], opId: string): OperationJson => {
  let doc = Node.fromJSON(schema, article.doc);
  const parts: object[] = [];
  // From the last to the first: so each still stands where its position says.
  for (const index of kept.toSorted((one, other) => other - one)) {
    const removal = article.removed[index];
    if (!removal) continue;
    const steps = restoringSteps(doc, removal);
    for (const step of steps) doc = step.apply(doc).doc ?? doc;
    parts.push({ kind: 'text', target: 'body', steps: steps.map((step) => step.toJSON()) });
    parts.push({ kind: 'article.restore', removal: removal.id });
  }
  return { opId, base: article.version, parts, atomic: true };
};
