import type { Entry } from '../shared/log.ts';
import { isRefusal } from '../shared/operations/kind.ts';
import type { TextPart } from '../shared/operations/text.ts';
import { textAt } from '../shared/operations/texts.ts';
import type { Presence } from '../shared/protocol.ts';
import { stepsOf, textsIn } from '../shared/rebase.ts';
import { keyOf, type Target } from '../shared/target.ts';
import type { Session } from './session.ts';

/** A selection in positions of the visible text that it is in: the article's, unless it says otherwise. */
export type Selected = NonNullable<Presence['at']>;

const changesIn = ({ pending }: Session, target: Target) =>
  pending.flatMap((each) => each.done.filter((step) => keyOf(step.target) === keyOf(target)));

/** The same selection in positions of the confirmed text, which is what others can make sense of. */
export const inConfirmed = (session: Session, { anchor, head, ...where }: Selected): Selected => {
  const back = [...changesIn(session, where.target ?? 'body')].reverse();
  const confirmed = (position: number) => back.reduce((at, { change }) => change.map.invert().map(at), position);
  return { anchor: confirmed(anchor), head: confirmed(head), ...where };
};

/** For so many versions back others' positions can be brought up to date. */
const KEPT = 500;

/** How the newest entries moved positions. */
export class RecentMaps {
  readonly #byVersion = new Map<number, readonly TextPart[]>();

  remember({ version, parts }: Entry): void {
    this.#byVersion.set(version, textsIn(parts));
    this.#byVersion.delete(version - KEPT);
  }

  /** A position of a text at a version, in that text as it is visible; nothing while it cannot be told. */
  inVisible(session: Session, version: number, target: Target, position: number): number | undefined {
    const { confirmed, visible } = session;
    const text = textAt(visible, target);
    if (version > confirmed.version || isRefusal(text)) return undefined;
    let at = position;
    for (let next = version + 1; next <= confirmed.version; next += 1) {
      const parts = this.#byVersion.get(next);
      if (!parts) return undefined;
      for (const step of stepsOf(parts, target)) at = step.getMap().map(at);
    }
    for (const { change } of changesIn(session, target)) at = change.map.map(at);
    return Math.min(at, text.content.size);
  }
}

/** Calls something soon, at most every so many milliseconds. */
export const paced = (pause: number, what: () => void) => {
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const call = (): void => {
    timer = undefined;
    last = Date.now();
    what();
  };
  return {
    soon: (): void => {
      timer ??= setTimeout(call, Math.max(0, last + pause - Date.now()));
    },
    stop: (): void => clearTimeout(timer),
  };
};
