import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Node } from 'prosemirror-model';
import type { Step } from 'prosemirror-transform';
import type { Article } from '../shared/article.ts';
import type { TextCoverage } from '../shared/coverage.ts';
import type { Entry } from '../shared/log.ts';
import { type AnyPart, whyNot } from '../shared/operations/index.ts';
import type { Reviewer } from '../shared/roles.ts';
import type { Target } from '../shared/target.ts';
import type { AboutWords, FromVersion } from './about-words.ts';
import { atRest } from './at-rest.ts';
import { EVERY, filtered } from './claim-filter.ts';
import { type ClaimOrder, idsOf } from './claim-order.ts';
import type { Command, Effect, Sight } from './commands.ts';
import type { Company } from './company.ts';
import type { Cursor } from './editor/presence-cursors.ts';
import { Exchange } from './exchange.ts';
import { overviewOf } from './overview.ts';
import type { Ports } from './ports.ts';
import type { ScreenAct } from './screen-acts.ts';
import { act, type Session } from './session.ts';
import { t } from './strings/index.ts';
import { Suggesting } from './suggesting.ts';
import {
  type Objection,
  objectionTo,
  saidOf,
  type Takeback,
  type Turned,
  type Turning,
  takebackOf,
  turn,
} from './taking-back.ts';
import { Unread } from './unread.ts';
import { inConfirmed } from './whereabouts.ts';
import { wordsByBlockKeeper } from './words-by-block.ts';
import type { Words } from './words-selected.ts';

/** From where a claim was selected: the other side then moves to it. */
export type From = 'text' | 'card' | 'key';

/** How much of a text has been looked at. */
export interface LookedAt extends TextCoverage {
  readonly doc: Node;
}

/** All that one page of an article shows and does: what is selected and open, and what commands do to it. */
export class Workspace {
  readonly id: string;
  /** What is kept in step with the server. */
  readonly exchange: Exchange;
  readonly company: Company;
  readonly unread: Unread;
  readonly claim = signal<string | undefined>(undefined);
  readonly from = signal<From>('key');
  readonly hovered = signal<string | undefined>(undefined);
  /** The thread, correction or draft of one that is shown among the others. */
  readonly remark = signal<string | undefined>(undefined);
  /** The correction of which it is asked why it is declined. */
  readonly declining = signal<string | undefined>(undefined);
  readonly form = signal<Effect['form']>(undefined);
  readonly editing = signal(false);
  /** Whether words are being selected with the mouse. */
  readonly selecting = signal(false);
  readonly #composing = signal(false);
  /** Whether the text stays as it is drawn: what is drawn anew would end a selection or a composition that is under way. */
  readonly staysDrawn = computed(() => this.selecting.value || this.#composing.value);
  readonly selection = signal<Words>({ from: 0, to: 0 });
  /** The last that a command asked of the screen, a new object each time. */
  readonly screen = signal<ScreenAct | undefined>(undefined);
  /** What was begun in a form and not sent, by the form's place. */
  readonly drafts = signal<ReadonlyMap<string, unknown>>(new Map());

  /** How much of the text has been looked at, counted while the page is idle. */
  readonly lookedAt = signal<LookedAt | undefined>(undefined);
  readonly suggesting: Suggesting;

  /** The article with every key: for its text, and for what is done to it. */
  readonly live = computed(() => this.exchange.session.value?.visible);
  /** The article as it is shown beside its text. */
  readonly article: ReadonlySignal<Article | undefined> = computed(() => this.#shown.value?.article);
  readonly #overview = overviewOf(this.live, this.article);
  readonly standings = this.#overview.standings;
  readonly order = this.#overview.order;
  readonly doc = this.#overview.doc;
  readonly blocks = this.#overview.blocks;
  readonly #wordsByBlock = wordsByBlockKeeper();
  readonly wordsByBlock = computed(() => this.#wordsByBlock(this.lookedAt.value?.blocks ?? [], this.blocks.value));
  readonly coverage = this.#overview.coverage;
  readonly byBlock = this.#overview.byBlock;
  readonly decided = this.#overview.decided;
  /** Which claims are listed, and in which order. */
  readonly filter = signal(EVERY);
  readonly listed = computed<ClaimOrder>(() => {
    const article = this.live.value;
    if (!article) return this.order.value;
    return filtered(article, this.order.value, this.standings.value, this.filter.value, this.claim.value);
  });
  readonly #listedIds = computed(() => idsOf(this.listed.value));
  /** The version at which the article is looked at, while it is looked at as it was. */
  readonly past = signal<number | undefined>(undefined);
  /** Whether the claims are looked at on the board. */
  readonly board = signal(false);
  readonly #me = computed(() => this.exchange.session.value?.reviewer ?? '');
  readonly #role = computed(() => this.company.folk.value[this.#me.value]?.role ?? 'viewer');
  /** Who works on this page: the same object as long as it is the same person in the same role, whatever else goes on. */
  readonly reviewer = computed<Reviewer>(() => ({ id: this.#me.value, role: this.#role.value }));

  readonly #ports: Ports;
  /** What is seen beside the text: it waits for typing to rest while nothing but words changes. */
  readonly #shown: ReadonlySignal<Sight | undefined>;

  constructor(id: string, ports: Ports) {
    this.exchange = new Exchange(id, ports, {
      claim: () => this.claim.value,
      entered: (entry, session) => this.#entered(entry, session),
      resighted: () => this.#resighted(),
    });
    this.company = this.exchange.company;
    this.id = id;
    this.unread = new Unread(id);
    this.suggesting = new Suggesting(id);
    this.#ports = ports;
    const pressing = () => {
      const { claim, live, standings, order } = this;
      return [claim.value, live.value?.anchors.get(claim.value ?? '')?.state, standings.value, order.value];
    };
    this.#shown = atRest(this.#now, (sight) => sight?.article, pressing);
  }

  readonly #now = computed((): Sight | undefined => {
    const article = this.live.value;
    if (!article) return undefined;
    return {
      article,
      reviewer: this.reviewer.value,
      claim: this.claim.value,
      remark: this.remark.value,
      selection: this.selection.value,
      listed: this.#listedIds.value,
      editing: this.editing.value,
      suggestions: this.suggesting.list.value,
      tray: this.exchange.tray.value.length,
      newId: this.#ports.newId,
    };
  });

  /** What commands see, as far as it is shown. */
  readonly sight = (): Sight | undefined => this.#shown.value;

  /** Whether a command can be run, as far as is shown. */
  can(command: Command): boolean {
    const sight = this.sight();
    return sight !== undefined && command(sight);
  }

  /** Runs a command; false when it cannot be run now, or nothing came of it. */
  run(command: Command, from: From = 'key'): boolean {
    const sight = this.#now.peek();
    let isDone = true;
    const dispatch = (effect: Effect): void => {
      isDone = this.#effect(effect, from);
    };
    return sight !== undefined && command(sight, dispatch) && isDone;
  }

  /** Opens the card of a claim, or closes it. */
  select(claim: string | undefined, from: From): void {
    this.from.value = from;
    this.form.value = claim === this.claim.value ? this.form.value : undefined;
    this.claim.value = claim;
    this.company.moved();
  }

  /** Looks at the article as it stood at a version, or, without one, as it is. */
  travel(version: number | undefined): void {
    this.past.value = version;
  }

  /** Words are being composed with an input method, or no longer: what others do meanwhile is taken in after that. */
  composes(composing: boolean): void {
    this.exchange.hold(composing);
    this.#composing.value = composing;
  }

  /** Where the reviewer's selection is, for commands and for the others. */
  selected(words: Words & { readonly anchor: number; readonly head: number }): void {
    this.selection.value = words;
    this.company.selected({ anchor: words.anchor, head: words.head });
  }

  /** Where the reviewer is in the rationale of a claim, for the others; nowhere in it any more without a selection. */
  writing(claim: string, selection: { readonly anchor: number; readonly head: number } | undefined): void {
    const { from, to } = this.selection.peek();
    this.company.selected(selection ? { ...selection, target: { rationale: claim } } : { anchor: from, head: to });
  }

  /** Takes steps typed in a text in; false when they do not fit or are not allowed, and then the text must not take them either. */
  typed(target: Target, steps: readonly Step[]): boolean {
    const session = this.exchange.session.value;
    const part: AnyPart = { kind: 'text', target, steps };
    if (!session || (target === 'body' && !this.editing.value)) return false;
    if (whyNot(session.visible, part, this.reviewer.value)) return false;
    const acted = act(session, [part], this.#ports.newId(), this.#ports.now());
    const [dropped] = acted.dropped;
    if (dropped) {
      this.#ports.say(t(`refusal.${dropped.reason}`));
      return false;
    }
    this.exchange.queue(acted.session);
    return true;
  }

  /** Takes back, or does again, what the history says; an objection is said. The text follows what is answered. */
  turns(target: Target, steps: readonly Step[], turning: Turning): Turned {
    const session = this.exchange.session.value;
    if (!session) return { reason: 'unknown', passes: true };
    const ask = turning.takeback?.ask;
    if (ask) {
      ask();
      return { reason: 'no-change', passes: false }; // what the server makes of it comes as an entry
    }
    const { newId, now } = this.#ports;
    const turned = turn(session, { target, steps }, turning, {
      reviewer: this.reviewer.value,
      opId: newId(),
      at: now(),
    });
    if ('session' in turned) {
      this.exchange.queue(turned.session);
      this.#reveal(turning.takeback);
    } else this.#object(turned, turning.takeback);
    return turned;
  }

  /** The server did something at the reviewer's request: undo asks it, in its turn, to take that back. */
  askedFor(ask: () => void): void {
    this.exchange.texts.did([], { parts: [], known: new Set(), ask }, false);
  }

  nameOf(reviewer: string): string {
    return this.company.nameOf(reviewer);
  }

  /** Where the others are in a text. */
  cursorsIn(target: Target): readonly Cursor[] {
    const session = this.exchange.session.value;
    return session ? this.company.cursorsIn(session, target) : [];
  }

  /** A position of the article's text at a version, in that text as it is visible now; nothing while it cannot be told. */
  readonly fromVersion: FromVersion = (version, position) => {
    const session = this.exchange.session.value;
    return session && this.company.fromVersion(session, version, position);
  };

  #effect(effect: Effect, from: From): boolean {
    if (effect.parts && !this.#do(effect.parts, effect)) return false;
    if (effect.begins) this.#begin(effect.begins);
    if (effect.unselect) this.exchange.texts.unselect();
    if (effect.dismiss !== undefined) this.suggesting.dismiss(effect.dismiss);
    if (effect.editing !== undefined) this.editing.value = effect.editing;
    if (effect.claim !== undefined) this.select(effect.claim ?? undefined, from);
    if (effect.form !== undefined) this.form.value = effect.form;
    if (effect.screen) this.screen.value = { ...effect.screen };
    if (effect.remark !== undefined) this.remark.value = effect.remark ?? undefined;
    if (effect.declines !== undefined) this.declining.value = effect.declines;
    return true;
  }

  /** Keeps what is begun under its name, with the words that it is about; what was begun there already goes on. */
  #begin({ draft, place, quote, said }: NonNullable<Effect['begins']>): void {
    const session = this.exchange.session.value;
    if (!session) return;
    const { anchor, head } = inConfirmed(session, { anchor: place.from, head: place.to });
    const about: AboutWords = { quote, version: session.confirmed.version, from: anchor, to: head };
    const begun = this.drafts.value.get(draft);
    this.drafts.value = new Map(this.drafts.value).set(draft, begun ?? { about, ...said });
    if (/ words /.test(draft)) this.remark.value = draft;
  }

  #do(parts: readonly AnyPart[], { atomic, goesOn }: Effect): boolean {
    const session = this.exchange.session.value;
    if (!session) return false;
    const at = this.#ports.now();
    const acted = act(session, parts, this.#ports.newId(), at, atomic);
    const [dropped] = acted.dropped;
    if (dropped) this.#ports.say(t(`refusal.${dropped.reason}`));
    if (acted.session === session) return false;
    const { reviewer, visible } = session;
    const takeback = dropped ? undefined : takebackOf(visible, parts, acted.session.visible, { reviewer, at });
    const said = saidOf(parts);
    // Session and text move in one piece: nobody sees the one without the other.
    batch(() => {
      this.exchange.queue(acted.session);
      this.exchange.texts.did(acted.moves, said ? undefined : takeback, goesOn ?? false);
    });
    if (said && takeback) this.#ports.say(t(said), () => this.#takeBack(takeback));
    return true;
  }

  /** The undo of what is not taken back in its turn. */
  #takeBack(takeback: Takeback): void {
    const article = this.live.peek();
    const objection = article && objectionTo(article, takeback, this.reviewer.value);
    if (objection) this.#object(objection, takeback);
    else this.#do(takeback.parts, { ...(takeback.parts.length > 1 && { atomic: true }) });
  }

  /** The card of a claim that came back opens, that of one that went closes. */
  #reveal(takeback: Takeback | undefined): void {
    for (const part of takeback?.parts ?? []) {
      if (part.kind === 'claim.reinstate') this.select(part.claim, 'key');
      if (part.kind === 'claim.withdraw' && part.claim === this.claim.value) this.select(undefined, 'key');
    }
  }

  #object(objection: Objection, takeback: Takeback | undefined): void {
    if ('reason' in objection) this.#ports.say(t(`refusal.${objection.reason}`));
    else {
      const claim = takeback?.parts.some((part) => part.kind === 'claim.withdraw');
      this.#ports.say(t(claim ? 'undo.claimWorkedOn' : 'undo.workedOn', { name: this.nameOf(objection.worked) }));
    }
  }

  #entered(entry: Entry, session: Session): void {
    this.unread.entered(entry, session.confirmed, { id: session.reviewer, claim: this.claim.peek() });
    if (this.editing.value && session.visible.lock) this.editing.value = false;
  }

  /** The article as it was is another too, and what is unread of it. */
  #resighted(): void {
    this.travel(undefined);
    void this.unread.load();
  }
}
