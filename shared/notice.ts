import type { Article } from './article.ts';
import { stands } from './contact.ts';
import { correctionState } from './correction.ts';
import { staleness } from './outcome.ts';
import { mentionedIn, type Thread } from './thread.ts';
import type { MoveName } from './work.ts';
import { workOf } from './work-now.ts';

/** What a reviewer is told of, each as a sentence for those who read it elsewhere. */
export const NOTICES = {
  mention: 'You were mentioned',
  reply: 'There is an answer',
  answered: 'A question of yours was answered',
  assigned: 'A claim was assigned to you',
  checked: 'Your claim was checked',
  reopened: 'A claim that you worked on is open again',
  stale: 'A claim that you judged has changed',
  elsewhere: 'The article is another at its own address',
  gone: 'The article is gone from its own address',
  drifted: 'A source of a claim that you worked on has changed',
  retracted: 'A report that you published leans on a source that was retracted',
  accepted: 'Your correction was accepted',
  declined: 'Your correction was declined',
} as const;

/** A key of `NOTICES`. */
export type NoticeKind = keyof typeof NOTICES;

/** Something that a reviewer is told of what others did in an article. */
export interface Notice {
  readonly kind: NoticeKind;
  /** Whom it is for. */
  readonly to: string;
  /** Who did it; absent where it was nobody's one act. */
  readonly by?: string;
  /** When it was done, where one act did it; ISO 8601, UTC. */
  readonly at?: string;
  /** The id of what it is about: a verdict, a message, a claim; of a move of the work the claim and the move: `c1 sign`. */
  readonly about: string;
  /** The claim whose card says more. */
  readonly claim?: string;
  /** A few words of it. */
  readonly words: string;
}

/** Whether it tells of a signature: by its kind that is a check, since those who listen from outside know no other. */
export const isOfSignature = ({ kind, about }: Pick<Notice, 'kind' | 'about'>): boolean =>
  kind === 'checked' && about.endsWith(' sign' satisfies ` ${MoveName}`);

/** What a notice tells, as a sentence for those who read it elsewhere. */
export const sentenceOf = (notice: Pick<Notice, 'kind' | 'about'>): string =>
  isOfSignature(notice) ? 'Your claim was signed' : NOTICES[notice.kind];

/** The words of a notice are cut to so many UTF-16 units. */
const NOTICE_WORDS = 160;

/** What two versions of an article tell: one family of notices. */
type Teller = (before: Article, after: Article) => readonly Notice[];

/** The records of a table that are others than before, with what they were. */
const changed = <T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): readonly (readonly [T, T | undefined])[] =>
  before === after
    ? []
    : [...after].flatMap(([id, record]) => (before.get(id) === record ? [] : [[record, before.get(id)] as const]));

const wordsOfClaim = (article: Article, claim: string): string => {
  const record = article.claims.get(claim);
  return record ? record.statement || record.quote.exact : '';
};

/** The reviewers who wrote in a thread before one of its messages. */
const writers = (thread: Thread, index: number): ReadonlySet<string> =>
  new Set(thread.messages.slice(0, index).map(({ reviewer }) => reviewer));

const tellMessages: Teller = (before, after) =>
  changed(before.threads, after.threads).flatMap(([thread, was]) =>
    thread.messages.flatMap((message, index) => {
      const old = was?.messages.find(({ id }) => id === message.id);
      if (message.withdrawn || old === message) return [];
      const { id: about, text: words, reviewer: by, revised } = message;
      const said = {
        by,
        at: revised?.at ?? message.writtenAt,
        about,
        words,
        ...(thread.claim && { claim: thread.claim }),
      };
      const known = old ? mentionedIn(old) : [];
      const named = mentionedIn(message).filter((reviewer) => !known.includes(reviewer));
      const answered = old ? [] : [...writers(thread, index)].filter((reviewer) => !named.includes(reviewer));
      return [
        ...named.map((to): Notice => ({ kind: 'mention', to, ...said })),
        ...answered.map((to): Notice => ({ kind: 'reply', to, ...said })),
      ];
    }),
  );

/** Who put a question down hears of each answer to it. */
const tellAnswered: Teller = (before, after) =>
  changed(before.contacts, after.contacts).flatMap(([contact, was]) => {
    const known = new Set(was?.questions.flatMap(({ answers }) => answers.map(({ id }) => id)));
    return contact.questions.flatMap(({ answers, claim, reviewer: to }) =>
      answers
        .filter((answer) => stands(answer) && !known.has(answer.id))
        .map(({ id: about, reviewer: by, at, words }): Notice => {
          return { kind: 'answered', to, by, at, about, claim, words: words || wordsOfClaim(after, claim) };
        }),
    );
  });

const tellAssigned: Teller = (before, after) =>
  changed(before.claims, after.claims).flatMap(([claim, was]): readonly Notice[] => {
    if (claim.withdrawn || claim.assignee === '' || claim.assignee === was?.assignee) return [];
    const { reviewer: by, at } = claim.revised ?? { reviewer: claim.reviewer, at: claim.markedAt };
    const words = wordsOfClaim(after, claim.id);
    return [{ kind: 'assigned', to: claim.assignee, by, at, about: claim.id, claim: claim.id, words }];
  });

/** Those who worked on a claim until it was checked or signed. */
const workersOn = (article: Article, id: string): ReadonlySet<string> => {
  const steps = article.work.get(id)?.steps ?? [];
  const hands = [article.claims.get(id)?.assignee ?? '', ...steps.map(({ reviewer }) => reviewer)];
  return new Set(hands.filter((reviewer) => reviewer !== ''));
};

const tellWork: Teller = (before, after) =>
  changed(before.work, after.work).flatMap(([work, was]) =>
    work.steps.slice(was?.steps.length ?? 0).flatMap(({ move, reviewer: by, at, reason }) => {
      const kind =
        move === 'reopen'
          ? 'reopened'
          : move === 'first' || move === 'second' || move === 'sign'
            ? 'checked'
            : undefined;
      if (!kind) return [];
      const words = reason || wordsOfClaim(after, work.claim);
      const about = `${work.claim} ${move}`;
      return [...workersOn(after, work.claim)].map(
        (to): Notice => ({ kind, to, by, at, about, claim: work.claim, words }),
      );
    }),
  );

const mayHaveChanged = (before: Article, after: Article): boolean =>
  before.doc !== after.doc ||
  before.evidence !== after.evidence ||
  before.sources !== after.sources ||
  before.contacts !== after.contacts ||
  before.verdicts !== after.verdicts;

const tellStale: Teller = (before, after) => {
  if (!mayHaveChanged(before, after)) return [];
  return [...after.verdicts.values()].flatMap((verdict): readonly Notice[] => {
    const was = before.verdicts.get(verdict.id);
    if (!was || verdict.withdrawn || !staleness(after, verdict) || staleness(before, was)) return [];
    const { id: about, claim, reviewer: to } = verdict;
    return [{ kind: 'stale', to, about, claim, words: wordsOfClaim(after, claim) }];
  });
};

/** A claim that was checked or signed is open again since its words, its evidence or its outcome changed: its checkers hear of it. */
const tellReopened: Teller = (before, after) => {
  if (!mayHaveChanged(before, after)) return [];
  return [...after.work.keys()].flatMap((claim) => {
    const now = workOf(after, claim);
    if (now.state !== 'reopened' || now.cause === 'reviewer' || workOf(before, claim).state === 'reopened') return [];
    const checkers = new Set([now.first, now.second, now.signed].flatMap((step) => step?.reviewer ?? []));
    const words = wordsOfClaim(after, claim);
    return [...checkers].map((to): Notice => ({ kind: 'reopened', to, about: claim, claim, words }));
  });
};

const tellCorrections: Teller = (before, after) =>
  changed(before.corrections, after.corrections).flatMap(([correction, was]): readonly Notice[] => {
    const state = correctionState(after, correction);
    if (!was || (state !== 'accepted' && state !== 'declined') || was[state] === correction[state]) return [];
    const { id: about, reviewer: to, claim } = correction;
    const { reviewer: by, at } = correction[state] ?? {};
    const words = correction.declined?.reason || `${correction.quote.exact} → ${correction.to}`;
    return by === undefined || at === undefined
      ? []
      : [{ kind: state, to, by, at, about, words, ...(claim && { claim }) }];
  });

const TELLERS: readonly Teller[] = [
  tellMessages,
  tellAnswered,
  tellAssigned,
  tellWork,
  tellReopened,
  tellStale,
  tellCorrections,
];

/** What two versions of an article tell its reviewers, each only of what others did. */
export const noticesBetween = (before: Article, after: Article): readonly Notice[] =>
  TELLERS.flatMap((tell) => tell(before, after))
    .filter(({ to, by }) => to !== by)
    .map((notice) => ({ ...notice, words: notice.words.slice(0, NOTICE_WORDS) }));
