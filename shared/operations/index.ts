import type { Article } from '../article.ts';
import { choice, type Parse, record } from '../parsing.ts';
import { isPermitted, type PERMISSION } from '../permission.ts';
import type { Reviewer } from '../roles.ts';
import { articleKinds } from './article.ts';
import { asideKinds } from './aside.ts';
import { claimKinds } from './claim.ts';
import { configureKinds } from './configure.ts';
import { contactKinds } from './contact.ts';
import { correctionKinds } from './correction.ts';
import { declinedKinds } from './declined.ts';
import { evidenceKinds } from './evidence.ts';
import { keepKinds } from './keep.ts';
import { type Act, type Kind, type Refusal, refuse, type Trace } from './kind.ts';
import { outcomeKinds } from './outcome.ts';
import { publishedAtKinds } from './published-at.ts';
import { receivedKinds } from './received.ts';
import { reportKinds } from './report.ts';
import { sourceKinds } from './source.ts';
import { textKind } from './text.ts';
import { threadKinds } from './thread.ts';
import { upholdKinds } from './uphold.ts';
import { verdictKinds } from './verdict.ts';
import { workKinds } from './work.ts';

/** The register of all that can happen to an article. */
export const KINDS = {
  text: textKind,
  ...articleKinds,
  ...keepKinds,
  ...receivedKinds,
  ...declinedKinds,
  ...publishedAtKinds,
  ...configureKinds,
  ...claimKinds,
  ...asideKinds,
  ...sourceKinds,
  ...evidenceKinds,
  ...upholdKinds,
  ...contactKinds,
  ...verdictKinds,
  ...threadKinds,
  ...correctionKinds,
  ...outcomeKinds,
  ...workKinds,
  ...reportKinds,
} as const satisfies Readonly<Record<keyof typeof PERMISSION, unknown>>;

/** A part of any kind. */
export type AnyPart = {
  [K in keyof typeof KINDS]: (typeof KINDS)[K] extends Kind<infer P> ? P : never;
}[keyof typeof KINDS];

/** What stands in the register for a part's kind. */
// biome-ignore lint/suspicious/noExplicitAny: a register holds kinds of every part; the part handed to it is always its own.
export const kindOf = (part: AnyPart): Kind<any> => KINDS[part.kind];

/** Why a reviewer may not do a part to the article as it stands at the head of the log (T7): their role, or a limit of its kind. */
export const whyNot = (article: Article, part: AnyPart, reviewer: Reviewer): Refusal | undefined =>
  isPermitted(part.kind, reviewer.role) ? kindOf(part).may?.(article, part, reviewer) : refuse('not-allowed');

/** The parts that take a part back, given the article before it; nothing when its kind has no undo. */
export const invertPart = (before: Article, part: AnyPart, act: Act): readonly AnyPart[] | undefined =>
  kindOf(part).invert?.(before, part, act) as readonly AnyPart[] | undefined;

/** The work that some parts would set aside were they done now. */
export const tracesOf = (article: Article, parts: readonly AnyPart[]): readonly Trace[] =>
  parts.flatMap((part) => kindOf(part).traces?.(article, part) ?? []);

/** Reads a part of any kind; one that is not in the register is refused by name. */
export const parsePart: Parse<AnyPart> = (value, where) => {
  const kind = choice(KINDS)(record(value, where).kind, `${where}.kind`);
  return { kind, ...KINDS[kind].parse(value, where) } as AnyPart;
};
