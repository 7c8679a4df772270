import type { Article } from '../shared/article.ts';
import { canonicalJson } from '../shared/canonical.ts';
import type { Contact } from '../shared/contact.ts';
import { closedTo, withoutClosed } from '../shared/in-view.ts';
import type { Digest } from '../shared/log.ts';
import { type Notice, noticesBetween } from '../shared/notice.ts';
import type { Role } from '../shared/roles.ts';
import { titleOf } from '../shared/schema.ts';
import { deskSight, seenArticle, sightOf } from '../shared/sight.ts';
import { type Task, tasksOf } from '../shared/task.ts';
import { mentionedIn, type Thread } from '../shared/thread.ts';
import type { Clock } from './clock.ts';
import { articleAt } from './log-reading.ts';
import type { ToldElsewhere } from './reports/retractions.ts';
import type { LogStore } from './storage/log-store.ts';
import type { NewsStep, NewsStore, StoredNotice, StoredTask } from './storage/news-store.ts';
import type { Delivery } from './storage/webhook-store.ts';
import type { After } from './timer.ts';

/** An article before and after entries that are durable. */
export interface Heard {
  readonly before: Article;
  readonly after: Article;
}

/** What is told of an article, for whoever sends it on. */
export interface Told {
  readonly article: string;
  readonly title: string;
  readonly notices: readonly (Notice & { readonly id: string; readonly at: string })[];
}

/** What news are drawn with. */
export interface NewsParts {
  readonly store: NewsStore;
  readonly log: LogStore;
  readonly clock: Clock;
  readonly after: After;
  readonly digest: Digest;
  readonly report: (error: unknown) => void;
  /** The role of a reviewer; nothing for who has no account. */
  readonly roleOf: (reviewer: string) => Promise<Role | undefined>;
  /** What others outside are to be told of it; stored in one piece with the notices. */
  readonly deliveries: (told: Told) => Promise<readonly Delivery[]>;
  /** What entries of an article tell of other articles as well, or of it by what stands elsewhere; told once, with the step. */
  readonly elsewhere: (article: string, before: Article, after: Article) => Promise<readonly ToldElsewhere[]>;
  /** Called once new notices are stored. */
  readonly told: (told: Told) => void;
}

/** News of an article wait so many milliseconds for more of them: who types tells once. */
const PACE = 400;

/**
 * Draws from the logs what people are told and have to do, off the way of acknowledgements. Nothing is lost with the process: where
 * it stopped is stored with what was told, and taken up again from the logs.
 */
export class News {
  readonly #parts: NewsParts;
  readonly #waiting = new Map<string, Heard>();
  #drawing: Promise<void> = Promise.resolve();
  #cancel: (() => void) | undefined;

  constructor(parts: NewsParts) {
    this.#parts = parts;
  }

  /** An article has new entries. */
  heard(id: string, { before, after }: Heard): void {
    this.#waiting.set(id, { before: this.#waiting.get(id)?.before ?? before, after });
    this.#cancel ??= this.#parts.after(PACE, () => void this.draw());
  }

  /** Tells something of an article that comes of no entry, each reviewer what they may see of it (T11). */
  async tell(id: string, article: Article, of: (seen: Article) => readonly Notice[]): Promise<void> {
    const { store, deliveries, told } = this.#parts;
    const seen = await Promise.all(
      [...new Set(of(article).map(({ to }) => to))].map(async (to) => {
        const sight = sightOf(article, { id: to, role: (await this.#parts.roleOf(to)) ?? 'viewer' });
        return of(sight ? seenArticle(article, sight) : article).filter((notice) => notice.to === to);
      }),
    );
    if (seen.flat().length === 0) return;
    const named = this.#named(id, article, seen.flat());
    const outside = { ...named, notices: named.notices.filter(isAmong(of(asTheDeskSees(article)))) };
    await store.add(named.notices.map(toStored(named)), await deliveries(outside));
    told(named);
  }

  /** Draws what waits; resolves when it is stored. */
  draw(): Promise<void> {
    this.#cancel?.();
    this.#cancel = undefined;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const [id, heard] of waiting) {
      this.#drawing = this.#drawing.then(() => this.#draw(id, heard)).catch(this.#parts.report);
    }
    return this.#drawing;
  }

  /** Takes up what a process that is gone left undrawn. */
  async catchUp(): Promise<void> {
    for (const id of await this.#parts.store.behind()) {
      const head = await this.#parts.log.head(id);
      this.#drawing = this.#drawing
        .then(async () => this.#draw(id, { before: await this.#at(id, 0), after: await this.#at(id, head) }))
        .catch(this.#parts.report);
    }
    await this.#drawing;
  }

  #at(id: string, version: number): Promise<Article> {
    return articleAt(this.#parts.log, id, version, this.#parts.digest);
  }

  async #draw(id: string, { before, after }: Heard): Promise<void> {
    const { store } = this.#parts;
    for (;;) {
      const from = await store.reached(id);
      if (from >= after.version) return;
      const since = from === before.version ? before : await this.#at(id, from);
      const told = await this.#told(id, since, after);
      const others = (await this.#parts.elsewhere(id, since, after)).map((each) =>
        this.#named(each.id, each.article, each.notices),
      );
      const outside = { ...told, notices: told.notices.filter(isForTheDesk(since, after)) };
      const step: NewsStep = {
        article: id,
        from,
        to: after.version,
        notices: [told, ...others].flatMap((each) => each.notices.map(toStored(each))),
        untold: await this.#untold(id, since, after),
        ...changedTasks(id, asTheDeskSees(since), asTheDeskSees(after)),
        deliveries: outside.notices.length > 0 ? await this.#parts.deliveries(outside) : [],
      };
      if (!(await store.advance(step))) continue; // another server was faster: from where it has come to
      for (const each of [told, ...others]) if (each.notices.length > 0) this.#parts.told(each);
      return;
    }
  }

  async #told(id: string, before: Article, after: Article): Promise<Told> {
    return this.#named(id, after, await this.#seenBetween(before, after));
  }

  #named(article: string, { doc, version }: Article, told: readonly Notice[]): Told {
    const { clock, digest } = this.#parts;
    const notices = told.map((notice) => {
      const at = notice.at ?? clock.now();
      const same = [article, notice.to, notice.kind, notice.about, notice.at ?? version];
      return { ...notice, at, id: digest(canonicalJson(same)).slice(0, 32) };
    });
    return { article, title: titleOf(doc), notices };
  }

  /** What there is to tell, each reviewer what follows from what they see (T11). */
  async #seenBetween(before: Article, after: Article): Promise<readonly Notice[]> {
    const all = noticesBetween(before, after);
    const people = new Set([...all.map(({ to }) => to), ...reshown(before, after).flatMap((each) => each.people)]);
    const seen = await Promise.all(
      [...people].map(async (to) => {
        const view = await this.#viewOf(to, after);
        const [old, now] = [view(before), view(after)];
        const notices = old === before && now === after ? all : noticesBetween(old, now);
        return notices.filter((notice) => notice.to === to);
      }),
    );
    return seen.flat();
  }

  /** How a reviewer sees the article, and how they saw it before it came to this head: what was closed to them was so by what it said then. */
  async #viewOf(id: string, head: Article): Promise<(article: Article) => Article> {
    const reviewer = { id, role: (await this.#parts.roleOf(id)) ?? 'viewer' };
    const sight = sightOf(head, reviewer);
    return (article) => (sight ? seenArticle(article, sight) : withoutClosed(article, closedTo(article, reviewer)));
  }

  /** The notices of what was said in threads and by contacts that were shown to their receivers and are so no more. */
  async #untold(id: string, before: Article, after: Article): Promise<readonly string[]> {
    const found: string[] = [];
    for (const { table, id: record, said, people } of reshown(before, after)) {
      for (const to of people) {
        if ((await this.#viewOf(to, after))(after)[table].has(record)) continue;
        const told = await this.#parts.store.notices(to, Number.MAX_SAFE_INTEGER);
        found.push(...told.filter((each) => each.article === id && said.has(aboutOf(each))).map((each) => each.id));
      }
    }
    return found;
  }
}

/** A record of which notices tell and that is shown to others than before, with the ids of what was said in it, and whom that concerns. */
interface Reshown {
  readonly table: 'threads' | 'contacts';
  readonly id: string;
  readonly said: ReadonlySet<string>;
  readonly people: readonly string[];
}

const ofThread = ({ id, messages }: Thread): Reshown => ({
  ...{ table: 'threads', id },
  said: new Set(messages.map((message) => message.id)),
  people: [...new Set(messages.flatMap((message) => [message.reviewer, ...mentionedIn(message)]))],
});

const ofContact = ({ id, questions }: Contact): Reshown => ({
  ...{ table: 'contacts', id },
  said: new Set(questions.flatMap(({ answers }) => answers.map((answer) => answer.id))),
  people: [...new Set(questions.map(({ reviewer }) => reviewer))],
});

const othersSee = <T extends { readonly id: string } & Pick<Thread, 'visibilities'>>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): readonly T[] =>
  before === after
    ? []
    : [...after.values()].filter(({ id, visibilities }) => visibilities !== before.get(id)?.visibilities);

const reshown = (before: Article, after: Article): readonly Reshown[] => [
  ...othersSee(before.threads, after.threads).map(ofThread),
  ...othersSee(before.contacts, after.contacts).map(ofContact),
];

const aboutOf = ({ body }: StoredNotice): string => String((JSON.parse(body) as Partial<Notice>).about);

const asTheDeskSees = (article: Article): Article => {
  const sight = deskSight(article);
  return sight ? seenArticle(article, sight) : article;
};

/** Whether a notice is one of some. */
const isAmong = (some: readonly Notice[]): ((notice: Notice) => boolean) => {
  const key = ({ kind, to, about }: Notice): string => JSON.stringify([kind, to, about]);
  const known = new Set(some.map(key));
  return (notice) => known.has(key(notice));
};

/** Whether a notice tells nothing but what the whole desk sees, so that it may be told to where the desk listens. */
const isForTheDesk = (before: Article, after: Article): ((notice: Notice) => boolean) => {
  const [old, now] = [asTheDeskSees(before), asTheDeskSees(after)];
  return old === before && now === after ? () => true : isAmong(noticesBetween(old, now));
};

/** With the title that the article had then: who is told may be told long after. */
const toStored =
  ({ article, title }: Told) =>
  ({ id, to: reviewer, at, ...body }: Told['notices'][number]): StoredNotice => ({
    id,
    reviewer,
    article,
    at,
    body: JSON.stringify({ title, ...body }),
  });

const toTask = (article: string, task: Task): StoredTask => {
  const { claim, assignee, state, due, ...body } = task;
  return { article, claim, assignee, state, due, body: JSON.stringify(body) };
};

/** The tasks of an article that are others than before, and the claims that are none any more. */
const changedTasks = (id: string, before: Article, after: Article): Pick<NewsStep, 'tasks' | 'done'> => {
  const was = new Map(tasksOf(before).map((task) => [task.claim, canonicalJson(task)]));
  const now = tasksOf(after);
  const still = new Set(now.map(({ claim }) => claim));
  return {
    tasks: now.filter((task) => was.get(task.claim) !== canonicalJson(task)).map((task) => toTask(id, task)),
    done: [...was.keys()].filter((claim) => !still.has(claim)),
  };
};
