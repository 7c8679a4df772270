import type { Step } from 'prosemirror-transform';
import type { Article } from '../../shared/article.ts';
import { type Consequences, consequencesOf } from '../../shared/consequences.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import type { ReceiveArticle } from '../../shared/operations/received.ts';
import { TEXT_CAPS } from '../../shared/operations/texts.ts';
import { perform } from '../../shared/rebase.ts';
import type { Reviewer } from '../../shared/roles.ts';
import type { Room } from '../room.ts';
import type { Answer } from '../under-way.ts';

/** Steps as text parts, each with as many as one may have. */
export const textParts = (steps: readonly Step[]): readonly AnyPart[] => {
  const parts: AnyPart[] = [];
  for (let at = 0; at < steps.length; at += TEXT_CAPS.steps)
    parts.push({ kind: 'text', target: 'body', steps: steps.slice(at, at + TEXT_CAPS.steps) });
  return parts;
};

/** What steps would do to an article as somebody sees it. */
export const foreseen = (
  seen: Article,
  steps: readonly Step[],
  act: { readonly reviewer: string; readonly at: string },
): Consequences => consequencesOf(seen, perform(seen, textParts(steps), act).article);

/**
 * Parts that change the text, all or none, as one operation of the article. Where the text is locked it is opened for them and locked again
 * in the same operation: that is for who may do so (T7).
 */
export const inOneGo = (
  room: Room,
  reviewer: Reviewer,
  opId: string,
  base: number,
  parts: readonly AnyPart[],
): Promise<Answer> => {
  const isLocked = room.article.lock !== undefined;
  const opened: readonly AnyPart[] = isLocked
    ? [{ kind: 'article.unlock' }, ...parts, { kind: 'article.lock' }]
    : parts;
  return room.performOwn(reviewer, { opId, base, parts: opened, atomic: true });
};

/** Takes a later version over as one act; it has no effect when the text is no longer the one that the steps were made for. */
export const takeOver = (
  room: Room,
  reviewer: Reviewer,
  opId: string,
  { steps, base, ...part }: Omit<ReceiveArticle, 'kind'> & { readonly steps: readonly Step[]; readonly base: number },
): Promise<Answer> => inOneGo(room, reviewer, opId, base, [...textParts(steps), { kind: 'article.receive', ...part }]);
