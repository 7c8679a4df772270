import type { Article } from '../shared/article.ts';
import type { Role } from '../shared/roles.ts';
import { attempts } from './accounts/attempts.ts';
import { authenticateConnection } from './accounts/authenticate.ts';
import type { AccountParts } from './accounts/parts.ts';
import { profilesOf } from './accounts/person.ts';
import { openIdProvider } from './accounts/provider.ts';
import { Idempotency } from './api/idempotency.ts';
import { PROVIDER_CALLBACK } from './api/provider.ts';
import { rates } from './api/rates.ts';
import type { Profiles } from './audience.ts';
import { Batches } from './batches/batches.ts';
import { addressFinder } from './batches/known-addresses.ts';
import { Captures } from './captures/captures.ts';
import { Looks } from './captures/looks.ts';
import { sameTextFinder } from './captures/same-texts.ts';
import { fromNow, MINUTE } from './clock.ts';
import { Erasing } from './erasing.ts';
import { errorLine } from './error-line.ts';
import { Arrivals } from './import/arrivals.ts';
import { ReadingThreads } from './import/reading-threads.ts';
import { libraryOf } from './library.ts';
import { articleAt, lastWorkedOn } from './log-reading.ts';
import { type Counted, Metrics } from './metrics.ts';
import { News } from './news.ts';
import type { AppParts, ServerParts } from './parts.ts';
import { presentSearch } from './present-search.ts';
import { sealWhatIsLogged } from './reports/publish-report.ts';
import { retractionTeller } from './reports/retractions.ts';
import type { RoomParts } from './room-parts.ts';
import { Rooms } from './rooms.ts';
import { searchOf } from './search.ts';
import { Sockets } from './sockets.ts';
import { sourceNews } from './source-news.ts';
import type { AccountStore } from './storage/account-store.ts';
import { Storing } from './storing.ts';
import { Webhooks } from './webhooks.ts';

/** All that a server does besides answering requests, with what the routes are answered with. */
export interface Services {
  readonly parts: ServerParts;
  /** Begins what goes on by itself, once the server listens. */
  readonly start: () => void;
  /** Takes nothing more from now on: no work is begun by itself, and who asks is told so. */
  readonly stop: () => void;
  /** Resolves when all that was taken is answered and stored. */
  readonly close: () => Promise<void>;
}

/** A host is left alone for so many milliseconds between two looks at its addresses. */
const LOOK_PAUSE = 2_000;

/** Accounts as they are read by who comes in: that a token was used is not noted where that would keep its owner from reading. */
const readable = (store: AccountStore, storing: Storing): AccountStore => ({
  ...store,
  touchSecret: async (hash, at) => {
    if (storing.trouble) return;
    await store.touchSecret(hash, at).catch((error) => {
      if (!storing.noted(error)) throw error;
    });
  },
});

/** So often, in milliseconds, the store is asked for entries of other servers. */
const LOOK_FOR_OTHERS = 1_000;

/** So often, in milliseconds, it is looked whether a server that is gone left something under way. */
const TAKE_UP = 30_000;

/** No copy is fetched for so many milliseconds. */
const LONGEST_FETCH = 10 * MINUTE;

/** Ten guesses at a password, then one a minute. */
const GUESSES = { burst: 10, refillMs: MINUTE };

/** Nobody's mailbox is filled by others. */
const MAILINGS = { burst: 3, refillMs: 20 * MINUTE };

/** Builds the services of a server from its stores and all else that it is given, and joins them to one another. */
export const buildServices = (given: AppParts): Services => {
  const { shared } = given;
  const { stores, captureStore, fetchPage, lookPause = LOOK_PAUSE, clock, after, newId, digest, config, log } = given;
  const storing: Storing = new Storing({
    ...{ stores, after, log },
    told: (trouble) => {
      sockets.tellOfTrouble(trouble);
      if (!trouble) goOn();
    },
  });
  const report = (error: unknown): void => {
    storing.noted(error);
    log(errorLine(error));
  };
  const metrics = new Metrics();
  const count = (what: Counted): void => metrics.count(what);
  let isClosing = false;

  const webhooks = new Webhooks({
    store: stores.webhooks,
    clock,
    after,
    newId,
    fetch: globalThis.fetch,
    report,
    nameOf: async (id) => (await stores.accounts.reviewerById(id))?.name ?? id,
    publicUrl: config.publicUrl,
  });
  const roleOf = async (id: string): Promise<Role | undefined> => {
    const account = await stores.accounts.reviewerById(id);
    // What the desk sees, no guest is told of: to news they are as viewers are.
    return account?.article === undefined ? account?.role : 'viewer';
  };
  const articleNow = async (id: string): Promise<Article | undefined> => {
    const head = await stores.log.head(id);
    return head === 0 ? undefined : articleAt(stores.log, id, head, digest);
  };
  const news = new News({
    store: stores.news,
    log: stores.log,
    clock,
    after,
    digest,
    report,
    roleOf,
    elsewhere: retractionTeller({ library: stores.library, reports: stores.reports, articleNow, roleOf }),
    deliveries: (told) => webhooks.deliveries(told),
    told: ({ notices }) => sockets.tell(new Set(notices.map(({ to }) => to))),
  });
  const tellSource = (id: string, source: string): void => {
    tellOfSource(id, source);
    sockets.others?.tell('source', id, source);
  };
  const captures = new Captures({
    list: stores.captures,
    store: captureStore,
    fetchPage,
    clock,
    after,
    newId,
    report,
    told: tellSource,
    unnamed: (files) => erasing.removeUnused(files),
  });
  const threads = new ReadingThreads({ after, report });
  const arrivals = new Arrivals({ fetchPage, threads, after, clock });
  const library = libraryOf({ store: stores.library, log: stores.log, after, digest, report });
  const search = searchOf({ store: stores.search, log: stores.log, after, digest, report });
  const heard: RoomParts['heard'] = (id, each, isOwn) => {
    news.heard(id, each);
    if (isOwn || !shared) captures.heard(id, each);
    else captures.heardOfOthers(id, each);
    library.heard(id, each);
    search.heard(id, each);
    looks.heard(id, each);
    if (isOwn) sockets.others?.tell('head', id, each.after.version);
  };
  const rooms = new Rooms({
    ...{ store: metrics.timed(stores.log), clock, after, newId, digest, report, heard },
    vanished: (id) => {
      sockets.end(id);
      void batches.forgetItem(id).catch(report);
    },
    ...(shared && { lookForOthers: LOOK_FOR_OTHERS }),
    canStore: () => !storing.trouble,
  });
  const looks: Looks = new Looks({
    store: stores.looks,
    captures,
    fetchPage,
    openRoom: (id) => rooms.open(id),
    workedOn: (id) => lastWorkedOn(stores.log, id),
    clock,
    after,
    newId,
    pause: lookPause,
    random: Math.random,
    report,
    told: tellSource,
    notify: (id, article, of) => news.tell(id, article, of),
    ...{ arrivals, captureStore, logStore: stores.log, digest },
    roleOf: async (id) => (await stores.accounts.reviewerById(id))?.role,
  });
  const accounts: AccountParts = { store: readable(stores.accounts, storing), clock, newId };
  const batches = new Batches({
    ...{ store: stores.batches, arrivals, captureStore, desk: stores.desk, rooms, accounts },
    ...{
      knownAddresses: addressFinder(stores.log),
      turns: stores.turns,
      pause: lookPause,
      clock,
      after,
      newId,
      report,
    },
  });
  const erasing: Erasing = new Erasing({
    ...{ stores, captureStore, rooms, clock, digest },
    settled: () => Promise.all([news.draw(), library.write(), search.write()]),
    forget: (id) => {
      sockets.others?.tell('gone', id);
      return batches.forgetItem(id);
    },
  });
  const profiles: Profiles = (ids) => profilesOf(accounts, ids);
  const sockets = new Sockets({
    rooms,
    authenticate: (headers, token) => authenticateConnection(accounts, headers, token),
    profiles,
    isErased: async (id) => (await stores.erasures.tombstone(id)) !== undefined,
    clock,
    after,
    report,
    publicUrl: config.publicUrl,
    trouble: () => storing.trouble,
    ...(shared?.adapter && { adapter: shared.adapter }),
    heard: {
      head: (id, version) => void rooms.hear(id, version).catch(report),
      gone: (id) => void rooms.hearGone(id).catch(report),
      source: (id, source) => tellOfSource(id, source),
    },
    count,
  });
  /** Takes up what a server that is gone left under way: this one when it ended before, or another. */
  const takeUpWhatIsLeft = (): void => {
    void captures.start(shared && fromNow(clock, -LONGEST_FETCH)).catch(report);
    void batches.start().catch(report);
    void erasing.finish().catch(report);
  };
  /** What could not be noted meanwhile is noted now, as at the start. */
  const goOn = (): void => {
    void news.catchUp().catch(report);
    void library.catchUp().catch(report);
    void search.catchUp().catch(report);
    takeUpWhatIsLeft();
  };
  const tellOfSource = sourceNews({
    ...{ rooms, captures, looks, after, report },
    isOpen: (id) => sockets.audienceOf(id) !== undefined,
    send: (id, of) => sockets.audienceOf(id)?.tellOfSources(of),
  });
  const parts: ServerParts = {
    log,
    logStore: stores.log,
    erasing,
    erasures: stores.erasures,
    news: stores.news,
    webhooks: stores.webhooks,
    captures,
    library: stores.library,
    search: presentSearch({ store: stores.search, log: stores.log, rooms }),
    reports: stores.reports,
    findSameTexts: sameTextFinder(captures),
    captureStore,
    arrivals,
    batches,
    looks,
    accounts,
    desk: stores.desk,
    attempts: attempts(clock),
    guesses: attempts(clock, GUESSES),
    mailings: attempts(clock, MAILINGS),
    mailer: given.mailer,
    provider: given.provider && openIdProvider(given.provider, config.publicUrl + PROVIDER_CALLBACK),
    rates: rates(clock, config.requestsPerSecond),
    idempotency: new Idempotency({ store: stores.answers, clock, digest }),
    rooms,
    clock,
    newId,
    digest,
    config,
    storing,
    metrics,
    sockets,
    profiles,
    isClosing: () => isClosing,
  };

  let cancelTakeUp = (): void => {};
  const takeUp = (): void => {
    takeUpWhatIsLeft();
    if (shared) cancelTakeUp = after(TAKE_UP, takeUp);
  };

  return {
    parts,
    start: () => {
      goOn();
      webhooks.start();
      void sealWhatIsLogged(stores.reports, (id) => rooms.open(id), clock.now()).catch(report);
      looks.start();
      if (shared) cancelTakeUp = after(TAKE_UP, takeUp);
    },
    stop: () => {
      isClosing = true;
      cancelTakeUp();
    },
    close: async () => {
      await storing.close();
      await sockets.close();
      await looks.close();
      await batches.close();
      await rooms.close();
      await captures.close();
      await threads.close();
      await news.draw();
      await library.write();
      await search.write();
      await webhooks.close();
      metrics.close();
    },
  };
};
