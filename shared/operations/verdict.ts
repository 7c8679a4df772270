import { withRecord } from '../article.ts';
import { judgedNow } from '../outcome.ts';
import { FIELD_LIMIT, Invalid, identifier, record, text } from '../parsing.ts';
import { ratingOf, SCALES } from '../scale.ts';
import { type Kind, type Part, refuse } from './kind.ts';
import { atLeast, ownOrLead } from './may.ts';

/** Gives a verdict on a claim as it stands; an earlier one by the same reviewer gives way to it. */
export interface GiveVerdict extends Part {
  readonly kind: 'verdict.give';
  readonly verdict: string;
  readonly claim: string;
  /** The scale's id and version, such as `truth@1`. */
  readonly scale: string;
  readonly rating: string;
  readonly rationale: string;
}

/** Takes a verdict back. */
export interface WithdrawVerdict extends Part {
  readonly kind: 'verdict.withdraw';
  readonly verdict: string;
}

const giveVerdict: Kind<GiveVerdict> = {
  parse: (value, where) => {
    const fields = record(value, where);
    const name = text(80)(fields.scale, `${where}.scale`);
    const scale = SCALES.find((each) => `${each.id}@${each.version}` === name);
    if (!scale) throw new Invalid(`${where}.scale`, `there is no scale "${name}"`);
    const rating = identifier(fields.rating, `${where}.rating`);
    if (!ratingOf(scale, rating)) {
      throw new Invalid(`${where}.rating`, `one of ${scale.ratings.map((each) => each.id).join(', ')} is expected`);
    }
    return {
      verdict: identifier(fields.verdict, `${where}.verdict`),
      claim: identifier(fields.claim, `${where}.claim`),
      scale: name,
      rating,
      rationale: text(FIELD_LIMIT)(fields.rationale ?? '', `${where}.rationale`),
    };
  },
  may: atLeast('annotator'),
  apply: (article, part, act) => {
    const claim = article.claims.get(part.claim);
    if (!claim) return refuse('unknown');
    if (claim.withdrawn) return refuse('withdrawn');
    if (article.verdicts.has(part.verdict)) return refuse('exists');
    const verdicts = new Map(article.verdicts);
    for (const [id, each] of verdicts) {
      const earlier = each.claim === part.claim && each.reviewer === act.reviewer && !each.withdrawn;
      if (earlier) verdicts.set(id, { ...each, withdrawn: { reviewer: act.reviewer, at: act.at } });
    }
    const { kind: _, verdict: id, ...given } = part;
    const verdict = { ...given, id, reviewer: act.reviewer, givenAt: act.at, judged: judgedNow(article, claim.id) };
    return { ...article, verdicts: verdicts.set(id, verdict) };
  },
};

const withdrawVerdict: Kind<WithdrawVerdict> = {
  parse: (value, where) => ({ verdict: identifier(record(value, where).verdict, `${where}.verdict`) }),
  may: (article, part, reviewer) =>
    atLeast('annotator')(article, part, reviewer) ?? ownOrLead(article.verdicts.get(part.verdict)?.reviewer, reviewer),
  apply: (article, part, act) => {
    const verdict = article.verdicts.get(part.verdict);
    if (!verdict || verdict.withdrawn) return refuse('unknown');
    return withRecord(article, 'verdicts', verdict.id, {
      ...verdict,
      withdrawn: { reviewer: act.reviewer, at: act.at },
    });
  },
};

/** What can happen to a verdict. */
export const verdictKinds = { 'verdict.give': giveVerdict, 'verdict.withdraw': withdrawVerdict } as const;
