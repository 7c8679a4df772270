import assert from 'node:assert/strict';
import type { Node } from 'prosemirror-model';
import { blankArticle } from '../../../shared/article.ts';
import { differenceOf } from '../../../shared/difference/difference.ts';
import type { AnyPart } from '../../../shared/operations/index.ts';
import { quoteAt } from '../../../shared/quote.ts';
import { perform } from '../../../shared/rebase.ts';
import { wordsBetween } from '../../../shared/text.ts';
import { describeWith } from '../../support/material.ts';
import { docOf } from '../../support/notation.ts';
import { readTrace, type Span, standingAfter, TRACES, type Trace } from '../../support/trace.ts';
import { misplacedOf } from '../../support/trace-oracle.ts';

const ACT = { reviewer: 'ann', at: '2026-01-01T00:00:00.000Z' };

/** The position of an offset in the lines below the title. */
const positionOf = (doc: Node, offset: number): number => {
  let at = (doc.firstChild?.nodeSize ?? 0) + 1;
  let left = offset;
  for (const block of doc.children.slice(1)) {
    if (left <= block.content.size) return at + left;
    left -= block.content.size + 1;
    at += block.nodeSize;
  }
  throw new Error(`there is no offset ${offset}`);
};

/** The article at the end of a session, of which nobody saw anything between one point and the end. */
const carried = (trace: Trace, after: number, spans: readonly Span[]) => {
  const text = standingAfter(trace, after)
    .map((id) => trace.characters[id])
    .join('');
  const [older, newer] = [docOf(text), docOf(trace.ends)];
  const marks = spans.map((span, index): AnyPart => {
    const place = { from: positionOf(older, span.from), to: positionOf(older, span.to) };
    const quote = quoteAt(older, place.from, place.to);
    return { kind: 'claim.mark', claim: `span-${index}`, place, quote, fields: {} };
  });
  const marked = perform({ ...blankArticle(), doc: older }, marks, ACT).article;
  const { steps } = differenceOf(older, newer);
  return perform(marked, [{ kind: 'text', target: 'body', steps }], ACT).article;
};

describeWith(TRACES, 'versions of an article that three people wrote', () => {
  it('leave claims where following every key would have put them, and never on other words without saying so (T4)', () => {
    const trace = readTrace();
    let right = 0;
    for (const [after, spans] of Map.groupBy(trace.spans, ({ afterTxn }) => afterTxn)) {
      const article = carried(trace, after, spans);
      right += spans.length - misplacedOf({ ...trace, spans }, article).length;
      for (const [index, { quote, survivors, finalFrom, finalTo }] of spans.entries()) {
        const anchor = article.anchors.get(`span-${index}`);
        assert.ok(anchor);
        const words = wordsBetween(article.doc, anchor.from, anchor.to).replaceAll(/\s+/g, ' ').trim();
        const isSame = words === quote.replaceAll(/\s+/g, ' ').trim();
        if (anchor.state === 'exact' || anchor.state === 'moved') assert.ok(isSame, `${quote} → ${words}`);
        const isLeftAlone = survivors === quote.length && finalTo - finalFrom === quote.length;
        if (isLeftAlone) assert.equal(anchor.state, 'exact', quote);
      }
    }
    assert.ok(right >= 590, `${right} of ${trace.spans.length}`);
  });
});
