import { signal } from '@preact/signals';
import { FORMER_NAME } from '../shared/former.ts';
import type { Entry } from '../shared/log.ts';
import type { Presence, Profile } from '../shared/protocol.ts';
import { keyOf, type Target } from '../shared/target.ts';
import type { Cursor } from './editor/presence-cursors.ts';
import { personInWords } from './person-in-words.ts';
import type { Session } from './session.ts';
import { inConfirmed, paced, RecentMaps, type Selected } from './whereabouts.ts';

/** At least so many milliseconds between two messages of presence. */
const PRESENCE_PAUSE = 100;

/** Where one's own page is, as others are told. */
export type Told = Omit<Presence, 'session' | 'reviewer'>;

/** Who else is on the article, and where; and where this page is, told to them at a pace that the server takes. */
export class Company {
  readonly folk = signal<Readonly<Record<string, Profile>>>({});
  readonly others = signal<readonly Presence[]>([]);
  readonly #recent = new RecentMaps();
  readonly #telling: ReturnType<typeof paced>;
  #at: Selected = { anchor: 0, head: 0 };

  /** `tell` is asked to tell where this page is, whenever it is time. */
  constructor(tell: () => void) {
    this.#telling = paced(PRESENCE_PAUSE, tell);
  }

  nameOf(reviewer: string): string {
    return personInWords(this.folk.value[reviewer]?.name ?? reviewer);
  }

  /** Whether somebody was deleted, as far as that is known here. */
  isFormer(reviewer: string): boolean {
    return this.folk.value[reviewer]?.name === FORMER_NAME;
  }

  people(people: Readonly<Record<string, Profile>>): void {
    this.folk.value = { ...this.folk.value, ...people };
  }

  /** Pages moved or, without `at`, went; with `all` there are no others. */
  present(present: readonly Presence[], all?: 'all'): void {
    const moved = new Set(present.map((each) => each.session));
    const rest = all ? [] : this.others.value.filter((each) => !moved.has(each.session));
    this.others.value = [...rest, ...present.filter((each) => each.at)];
  }

  /** Keeps in mind how an entry moved positions, so that others' can be brought up to date. */
  entered(entry: Entry): void {
    this.#recent.remember(entry);
  }

  /** A position of the article's text at a version, in that text as it is visible now; nothing while it cannot be told. */
  fromVersion(session: Session, version: number, position: number): number | undefined {
    return this.#recent.inVisible(session, version, 'body', position);
  }

  /** Where the others are in a text, as far as it can be told. */
  cursorsIn(session: Session, target: Target): readonly Cursor[] {
    const folk = this.folk.value;
    return this.others.value.flatMap(({ session: page, reviewer, version, at }) => {
      if (!at || keyOf(at.target ?? 'body') !== keyOf(target)) return [];
      const anchor = this.#recent.inVisible(session, version, target, at.anchor);
      const head = this.#recent.inVisible(session, version, target, at.head);
      if (anchor === undefined || head === undefined) return [];
      // At the very start of the article, with nothing selected, is who has not been in the text yet.
      if (target === 'body' && anchor === head && head <= 1) return [];
      const { name, colour } = folk[reviewer] ?? { name: reviewer, colour: '#586474' };
      return [{ session: page, name: name.split(' ')[0] ?? name, colour, anchor, head }];
    });
  }

  /** This page's selection moved. */
  selected(at: Selected): void {
    this.#at = at;
    this.moved();
  }

  /** Something of where this page is changed. */
  moved(): void {
    this.#telling.soon();
  }

  /** What others are told. */
  whereabouts(session: Session, claim: string | undefined): Told {
    const at = inConfirmed(session, this.#at);
    return { version: session.confirmed.version, at, ...(claim !== undefined && { claim }) };
  }

  stop(): void {
    this.#telling.stop();
  }
}
