import { type Article, isAnchored, withRecord } from '../article.ts';
import type { Aside } from '../aside.ts';
import { identifier, record } from '../parsing.ts';
import type { Quote } from '../quote.ts';
import { type Kind, type Part, type Refusal, refuse } from './kind.ts';
import { ownOrLead } from './may.ts';
import { mapPlace, type Place, parseWhere, placed } from './place.ts';
import { tracesOfRecord } from './traces.ts';

/** Sets words aside as nothing to check. Without a place they are looked for, as with `claim.mark`. */
export interface SetAside extends Part {
  readonly kind: 'aside.set';
  readonly aside: string;
  readonly quote: Quote;
  readonly place?: Place;
}

/** Takes back that there is nothing to check in some words, or says it again. */
export interface WithdrawAside extends Part {
  readonly kind: 'aside.withdraw' | 'aside.reinstate';
  readonly aside: string;
}

const setAside: Kind<SetAside> = {
  parse: (value, where) => ({
    aside: identifier(record(value, where).aside, `${where}.aside`),
    ...parseWhere(value, where),
  }),
  map: (part, changes, act) => mapPlace(part, changes, act.reviewer),
  apply: (article, part, act) => {
    if (isAnchored(article, part.aside)) return refuse('exists');
    const anchor = placed(article, part);
    if ('refused' in anchor) return anchor;
    const aside: Aside = { id: part.aside, quote: part.quote, reviewer: act.reviewer, setAt: act.at };
    return { ...withRecord(article, 'asides', aside.id, aside), anchors: article.anchors.with(aside.id, anchor) };
  },
  invert: (_before, { aside }) => [{ kind: 'aside.withdraw', aside } satisfies WithdrawAside],
};

const parseAsideId: Kind<WithdrawAside>['parse'] = (value, where) => ({
  aside: identifier(record(value, where).aside, `${where}.aside`),
});

const mayWithdraw: Kind<WithdrawAside>['may'] = (article, part, reviewer) =>
  ownOrLead(article.asides.get(part.aside)?.reviewer, reviewer);

const asideOf = (article: Article, id: string): Aside | Refusal => article.asides.get(id) ?? refuse('unknown');

const withdrawAside: Kind<WithdrawAside> = {
  parse: parseAsideId,
  may: mayWithdraw,
  apply: (article, part, act) => {
    const aside = asideOf(article, part.aside);
    if ('refused' in aside) return aside;
    if (aside.withdrawn) return refuse('no-change');
    return withRecord(article, 'asides', aside.id, { ...aside, withdrawn: { reviewer: act.reviewer, at: act.at } });
  },
  invert: (_before, { aside }) => [{ kind: 'aside.reinstate', aside } satisfies WithdrawAside],
  traces: (article, part) => tracesOfRecord(article.asides.get(part.aside)),
};

const reinstateAside: Kind<WithdrawAside> = {
  parse: parseAsideId,
  may: mayWithdraw,
  apply: (article, part) => {
    const aside = asideOf(article, part.aside);
    if ('refused' in aside) return aside;
    if (!aside.withdrawn) return refuse('no-change');
    const { withdrawn: _, ...again } = aside;
    return withRecord(article, 'asides', aside.id, again);
  },
  invert: (_before, { aside }) => [{ kind: 'aside.withdraw', aside } satisfies WithdrawAside],
  traces: (article, part) => tracesOfRecord(article.asides.get(part.aside)),
};

/** What can happen to words with nothing to check in them. */
export const asideKinds = {
  'aside.set': setAside,
  'aside.withdraw': withdrawAside,
  'aside.reinstate': reinstateAside,
} as const;
