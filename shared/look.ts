import type { Article } from './article.ts';
import type { CaptureProblem } from './capture.ts';
import type { Evidence, Upheld } from './evidence.ts';
import type { FindingState } from './finding-states.ts';
import { evidenceFrom, verdictsOf } from './outcome.ts';
import { sourceName } from './source.ts';
import { workOf } from './work-now.ts';

/** Something that a reviewer has to look at: what evidence rests on is another at its address than in the frozen copy. */
export interface Finding {
  readonly evidence: string;
  /** The revision of the evidence that was compared: one that was revised since is another. */
  readonly revision: number;
  readonly state: FindingState;
  /** The sentences of the frozen copy around the passage; empty where there is none. */
  readonly before: string;
  /** The likeliest place now, where the passage changed: a proposal, never taken for the passage. */
  readonly after: string;
  /** The copy that was kept of what is there now; empty where there is nothing. */
  readonly capture: string;
  /** Of that copy's bytes, in hex. */
  readonly sha256: string;
}

/** What came of looking at an address again. */
export interface Look {
  readonly source: string;
  readonly address: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Who asked for it; empty for the schedule. */
  readonly by: string;
  /** `unread`: other bytes than before, in which no words can be read to be compared. */
  readonly came: 'same' | 'other' | 'unread' | 'gone' | 'failed';
  /** Why it failed. */
  readonly problem?: CaptureProblem;
  /** How many looks failed in a row, with this one. */
  readonly failed: number;
  readonly findings: readonly Finding[];
}

/** So many looks have to fail in a row before it is said. */
export const TRIES = 3;

/** Whether somebody has said of exactly this that it makes no difference. */
export const isUpheld = ({ upheld }: { readonly upheld?: Upheld }, { state, after, capture }: Finding): boolean =>
  upheld !== undefined &&
  upheld.state === state &&
  upheld.words === after &&
  (state !== 'page' || upheld.capture === capture);

/** The findings of a look that are still to be looked at by somebody, each with its evidence. */
export const openFindings = (
  article: Article,
  { source, address, findings }: Look,
): readonly { readonly finding: Finding; readonly evidence: Evidence }[] =>
  article.sources.get(source)?.url !== address
    ? []
    : evidenceFrom(article, source).flatMap((evidence) => {
        const finding = findings.find((each) => each.evidence === evidence.id && each.revision === evidence.revision);
        const isGone = article.claims.get(evidence.claim)?.withdrawn !== undefined;
        return finding && !isGone && !isUpheld(evidence, finding) ? [{ finding, evidence }] : [];
      });

/** Those whose work rests on a claim: who has it, who judged it, and who called it ready, checked or signed it. */
export const holdersOf = (article: Article, claim: string): readonly string[] => {
  const { ready, first, second, signed } = workOf(article, claim);
  const hands = [article.claims.get(claim)?.assignee, ready?.reviewer, first?.reviewer, second?.reviewer];
  const judges = verdictsOf(article, claim).map(({ reviewer }) => reviewer);
  return [...new Set([...hands, signed?.reviewer, ...judges])].filter(
    (each) => each !== undefined && each !== '',
  ) as string[];
};

/** A claim that has to be looked at again since a source of it changed, as a list over all articles shows it. */
export interface Mark {
  readonly claim: string;
  readonly evidence: string;
  readonly state: FindingState;
  /** What the claim says, in its own words or in those of the article. */
  readonly words: string;
  readonly source: string;
  readonly holders: readonly string[];
}

const WORDS = 200;

/** The claims that a look marks for another look. */
export const marksOf = (article: Article, look: Look): readonly Mark[] =>
  openFindings(article, look).map(({ finding: { state }, evidence }) => {
    const claim = article.claims.get(evidence.claim);
    const source = article.sources.get(evidence.source);
    return {
      claim: evidence.claim,
      evidence: evidence.id,
      state,
      words: (claim?.statement || claim?.quote.exact || '').slice(0, WORDS),
      source: source ? sourceName(source) : '',
      holders: holdersOf(article, evidence.claim),
    };
  });
