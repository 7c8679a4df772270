import { Mapping, type Step } from 'prosemirror-transform';
import { type Change, changeOf, invertChange } from './change.ts';
import { keyOf, type Lane, lanesOf, type Mirror, type Target, type Targeted } from './target.ts';

/**
 * The way from the text that steps were made in to the text they meet: back over the steps themselves, over what others did, and
 * forward over the steps again as they take effect. A step that comes again finds its old places by its mirror (the recipe of
 * ProseMirror's guide, "Rebasing"). The steps are taken one by one, in order, each with `map` and then `passed` or `dropped`.
 */
export class Way {
  readonly #changes: Change[];
  readonly #mapping: Mapping;
  #ahead: number;

  /** `mirrors` are pairs of indexes into `over` of which the second brings back what the first takes back. */
  constructor(steps: readonly Step[], over: readonly Change[], mirrors: readonly Mirror[] = []) {
    const back = over.length > 0 ? steps.map((step) => invertChange(changeOf(step, undefined))).reverse() : [];
    this.#changes = [...back, ...over];
    const mirrorOf = new Map(mirrors.map(([away, again]) => [back.length + again, back.length + away]));
    this.#mapping = new Mapping();
    this.#changes.forEach((change, index) => {
      this.#mapping.appendMap(change.map, mirrorOf.get(index));
    });
    this.#ahead = back.length;
  }

  /** What lies between the text that the next step was made in and the text it meets. */
  get ahead(): readonly Change[] {
    return this.#changes.length > this.#ahead ? this.#changes.slice(this.#ahead) : [];
  }

  /** The next step as it is in the text it meets; nothing where that text has no place for it. */
  map(step: Step): Step | null {
    return this.#changes.length > this.#ahead ? step.map(this.#mapping.slice(this.#ahead)) : step;
  }

  /** The next step took effect as this change. */
  passed(change: Change): void {
    if (this.#changes.length === 0) return;
    this.#ahead -= 1;
    this.#changes.push(change);
    this.#mapping.appendMap(change.map, this.#ahead);
  }

  /** The next step took no effect. */
  dropped(): void {
    if (this.#changes.length > 0) this.#ahead -= 1;
  }
}

/** A change, and the text that it is of. */
export interface TextChange extends Targeted {
  readonly change: Change;
}

/** Steps of one text. */
interface TextSteps extends Targeted {
  readonly steps: readonly Step[];
}

/** The ways of all texts: each leads only over what happened to its own. */
export class Ways {
  readonly #parts: readonly TextSteps[];
  readonly #over: ReadonlyMap<string, Lane<TextChange>>;
  readonly #ways = new Map<string, Way>();

  constructor(parts: readonly TextSteps[], over: readonly TextChange[], mirrors: readonly Mirror[] = []) {
    this.#parts = parts;
    this.#over = lanesOf(over, mirrors);
  }

  /** The way of the text at a target. */
  of(target: Target): Way {
    const key = keyOf(target);
    const known = this.#ways.get(key);
    if (known) return known;
    const steps = this.#parts.flatMap((part) => (keyOf(part.target) === key ? part.steps : []));
    const lane = this.#over.get(key);
    const way = new Way(steps, lane?.items.map(({ change }) => change) ?? [], lane?.mirrors);
    this.#ways.set(key, way);
    return way;
  }
}
