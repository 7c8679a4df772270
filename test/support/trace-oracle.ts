import assert from 'node:assert/strict';
import type { Node } from 'prosemirror-model';
import type { Article } from '../../shared/article.ts';
import { comparable } from '../../shared/protocol.ts';
import { wordsBetween } from '../../shared/text.ts';
import type { Span, Trace } from './trace.ts';
import type { TracePerson } from './trace-person.ts';

/** How many positions the title of an article takes up. */
export const titleSize = (doc: Node): number => doc.firstChild?.nodeSize ?? 0;

/** The text of an article below its title, a line a paragraph. */
export const linesOf = (doc: Node): string => {
  const lines: string[] = [];
  doc.forEach((block, _offset, index) => {
    if (index > 0) lines.push(block.textContent);
  });
  return lines.join('\n');
};

/** The offset in `linesOf` of a position; between two paragraphs it is before the line end. */
const offsetOf = (doc: Node, position: number): number => position - titleSize(doc) - doc.resolve(position).index(0);

/** A claim that does not stand where it has to. */
export interface Misplaced {
  readonly claim: string;
  readonly span: Span;
  readonly state: string;
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** The claims of a replayed trace that do not end where the oracle says. */
export const misplacedOf = (trace: Trace, article: Article): readonly Misplaced[] =>
  trace.spans.flatMap((span, index) => {
    const claim = `span-${index}`;
    const anchor = article.anchors.get(claim);
    if (!anchor) throw new Error(`the claim ${claim} is gone`);
    const [from, to] = [offsetOf(article.doc, anchor.from), offsetOf(article.doc, anchor.to)];
    const isRight =
      span.survivors === 0
        ? anchor.state === 'orphaned'
        : anchor.state !== 'orphaned' &&
          from >= span.minFrom &&
          from <= span.finalFrom &&
          to >= span.finalTo &&
          to <= span.maxTo;
    const words = wordsBetween(article.doc, anchor.from, anchor.to);
    return isRight ? [] : [{ claim, span, state: anchor.state, from, to, words }];
  });

/** Everyone has the text that was published and every claim where the oracle says, and nothing was given back to anybody. */
export const assertEnds = (trace: Trace, people: readonly TracePerson[]): void => {
  for (const { session, givenBack } of people) {
    assert.ok(linesOf(session.visible.doc) === trace.ends, 'the text is the one that was published');
    assert.equal(session.pending.length, 0);
    assert.deepEqual(givenBack, []);
    assert.deepEqual(misplacedOf(trace, session.confirmed), []);
    assert.ok(comparable(session.confirmed) === comparable((people[0] as TracePerson).session.confirmed), 'T3');
  }
};
