import { withRecord } from '../article.ts';
import type { Signature } from '../claim.ts';
import type { Upheld } from '../evidence.ts';
import { FINDINGS } from '../finding-states.ts';
import { choice, identifier, record, text } from '../parsing.ts';
import { QUOTE_LIMIT } from '../quote.ts';
import { type Kind, type Part, refuse } from './kind.ts';
import { ownOrLead } from './may.ts';
import { signed } from './traces.ts';

/** Says of what stands at the source's address by now that it makes no difference to a piece of evidence. */
export interface UpholdEvidence extends Part, Omit<Upheld, keyof Signature> {
  readonly kind: 'evidence.uphold';
  readonly evidence: string;
}

/** Takes that back. */
export interface UnupholdEvidence extends Part {
  readonly kind: 'evidence.unuphold';
  readonly evidence: string;
}

const seenOf = ({ state, words, capture, sha256 }: Upheld) => ({ state, words, capture, sha256 });

const upholdEvidence: Kind<UpholdEvidence> = {
  parse: (value, where) => {
    const given = record(value, where);
    return {
      evidence: identifier(given.evidence, `${where}.evidence`),
      state: choice(FINDINGS)(given.state, `${where}.state`),
      words: text(QUOTE_LIMIT)(given.words, `${where}.words`),
      capture: given.capture === '' ? '' : identifier(given.capture, `${where}.capture`),
      sha256: text(64)(given.sha256, `${where}.sha256`),
    };
  },
  apply: (article, { kind: _, evidence: id, ...seen }, act) => {
    const evidence = article.evidence.get(id);
    if (!evidence || evidence.withdrawn) return refuse('unknown');
    if (article.claims.get(evidence.claim)?.withdrawn) return refuse('withdrawn');
    const upheld = { ...seen, reviewer: act.reviewer, at: act.at };
    return withRecord(article, 'evidence', id, { ...evidence, upheld });
  },
  invert: (before, { evidence }) => {
    const upheld = before.evidence.get(evidence)?.upheld;
    return [
      upheld
        ? ({ kind: 'evidence.uphold', evidence, ...seenOf(upheld) } satisfies UpholdEvidence)
        : ({ kind: 'evidence.unuphold', evidence } satisfies UnupholdEvidence),
    ];
  },
  traces: (article, part) => signed(`${part.evidence} upheld`, article.evidence.get(part.evidence)?.upheld),
};

const unupholdEvidence: Kind<UnupholdEvidence> = {
  parse: (value, where) => ({ evidence: identifier(record(value, where).evidence, `${where}.evidence`) }),
  may: (article, part, reviewer) => ownOrLead(article.evidence.get(part.evidence)?.upheld?.reviewer, reviewer),
  apply: (article, part) => {
    const evidence = article.evidence.get(part.evidence);
    if (!evidence || evidence.withdrawn) return refuse('unknown');
    const { upheld, ...rest } = evidence;
    return upheld ? withRecord(article, 'evidence', evidence.id, rest) : refuse('no-change');
  },
  invert: (before, { evidence }) => {
    const upheld = before.evidence.get(evidence)?.upheld;
    return upheld ? [{ kind: 'evidence.uphold', evidence, ...seenOf(upheld) } satisfies UpholdEvidence] : [];
  },
  traces: (article, part) => signed(`${part.evidence} upheld`, article.evidence.get(part.evidence)?.upheld),
};

/** What can be said of evidence whose source is another by now. */
export const upholdKinds = { 'evidence.uphold': upholdEvidence, 'evidence.unuphold': unupholdEvidence } as const;
