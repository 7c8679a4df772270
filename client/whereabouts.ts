import { Mapping } from 'prosemirror-transform';
import type { Entry } from '../shared/log.ts';
import type { Presence } from '../shared/protocol.ts';
import type { Session } from './session.ts';

/** A selection in positions of the visible text. */
export type Selected = NonNullable<Presence['at']>;

/** The same selection in positions of the confirmed text, which is what others can make sense of. */
export const inConfirmed = ({ pending }: Session, { anchor, head }: Selected): Selected => {
  const back = pending.flatMap((each) => each.done).reverse();
  const confirmed = (position: number) => back.reduce((at, { change }) => change.map.invert().map(at), position);
  return { anchor: confirmed(anchor), head: confirmed(head) };
};

/** For so many versions back others' positions can be brought up to date. */
const KEPT = 500;

/** How the newest entries moved positions. */
export class RecentMaps {
  readonly #byVersion = new Map<number, Mapping>();

  remember({ version, parts }: Entry): void {
    const maps = parts.flatMap((part) => (part.kind === 'text' ? part.steps.map((step) => step.getMap()) : []));
    this.#byVersion.set(version, new Mapping(maps));
    this.#byVersion.delete(version - KEPT);
  }

  /** A position of the text at a version, in the visible text; nothing while it cannot be told. */
  inVisible({ confirmed, pending, visible }: Session, version: number, position: number): number | undefined {
    if (version > confirmed.version) return undefined;
    let at = position;
    for (let next = version + 1; next <= confirmed.version; next += 1) {
      const mapping = this.#byVersion.get(next);
      if (!mapping) return undefined;
      at = mapping.map(at);
    }
    for (const { change } of pending.flatMap((each) => each.done)) at = change.map.map(at);
    return Math.min(at, visible.doc.content.size);
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
