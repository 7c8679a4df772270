import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Invalid } from '../shared/parsing.ts';
import { offerSetup } from './accounts/admission.ts';
import { type App, buildApp } from './app.ts';
import type { CaptureStore } from './captures/capture-store.ts';
import { diskCaptureStore } from './captures/disk-capture-store.ts';
import { pageFetcher } from './captures/fetch-page.ts';
import { postgresCaptureStore } from './captures/postgres-capture-store.ts';
import { s3CaptureStore } from './captures/s3-capture-store.ts';
import { fromNow, MINUTE, systemClock } from './clock.ts';
import { prepareDataFolder } from './data-folder.ts';
import { sha256 } from './digest.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { newId } from './ids.ts';
import { smtpMailer } from './mail/smtp-mailer.ts';
import { redisLink } from './redis.ts';
import { closedInTime, STOP_LIMIT } from './stopping.ts';
import { openStores } from './storage/open-stores.ts';
import type { Stores } from './storage/stores.ts';
import { after } from './timer.ts';

/** So many milliseconds a clock may be set back by whoever keeps it right. */
const CLOCK_SLACK = MINUTE;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const log = (line: object): void => say(JSON.stringify({ at: systemClock.now(), ...line }));

/** Ends the program with one line that says what to do. */
const fail = (line: string): never => {
  process.stderr.write(`Touchstone cannot start: ${line}\n`);
  process.exit(1);
};

const LISTEN_ERRORS: Readonly<Record<string, (at: Environment) => string>> = {
  EADDRINUSE: ({ port }) => `port ${port} is taken. Stop what uses it, or set PORT to another number.`,
  EACCES: ({ port }) => `this user may not listen on port ${port}. Set PORT to a number above 1023.`,
  EADDRNOTAVAIL: ({ host }) => `"${host}" is not an address of this machine. Set HOST to one that is.`,
  ENOTFOUND: ({ host }) => `"${host}" is not the name of this machine. Set HOST to one that is.`,
};

const readableError = (error: unknown, environment?: Environment): string => {
  if (error instanceof Invalid || !(error instanceof Error)) return String((error as Error).message ?? error);
  const code = 'code' in error ? String(error.code) : '';
  const explain = Object.hasOwn(LISTEN_ERRORS, code) ? LISTEN_ERRORS[code] : undefined;
  return explain && environment ? explain(environment) : error.message;
};

/** Where copies are kept. Close it. */
const openCaptures = ({ captures, dataFolder }: Environment): { store: CaptureStore; close: () => Promise<void> } => {
  const close = async (): Promise<void> => {};
  if (!captures) return { store: diskCaptureStore(join(dataFolder, 'captures')), close };
  if ('bucket' in captures) return { store: s3CaptureStore(captures.bucket), close };
  return postgresCaptureStore(captures.database, ({ message }) => log({ warning: `copies: ${message}` }));
};

/** Throws where the newest entry is from later than now: what is written next would be told as later than it is. */
const requireClock = async (stores: Stores): Promise<void> => {
  const newest = await stores.log.newest();
  if (newest === undefined || newest <= fromNow(systemClock, CLOCK_SLACK)) return;
  throw new Error(
    `this machine says it is ${systemClock.now()}, and the newest entry is from ${newest}. Set its clock right; if it is ` +
      'right now and was not then, set TRUST_CLOCK to yes.',
  );
};

const redisIsGone = ({ message }: Error): void =>
  log({
    warning: `Redis: ${message || 'it does not answer'}. Servers hear of one another a second later until it does.`,
  });

const start = async (environment: Environment): Promise<void> => {
  const { port, host, dataFolder, desk } = environment;
  // What is being sent lies in it, whatever holds the rest.
  prepareDataFolder(dataFolder);
  const stores = await openStores(environment, ({ message }) => log({ warning: `the database: ${message}` }));
  if (!environment.trustsClock) await requireClock(stores);
  const captures = openCaptures(environment);
  const mailer = environment.mail && smtpMailer(environment.mail);
  const publicUrl = environment.publicUrl ?? `http://localhost:${port}`;
  const redis = environment.redis === undefined ? undefined : redisLink(environment.redis, publicUrl, redisIsGone);
  const uploadFolder = join(dataFolder, 'uploads');
  // What lies there was being sent when the server was killed.
  await rm(uploadFolder, { recursive: true, force: true });
  const app = buildApp({
    stores,
    captureStore: captures.store,
    fetchPage: pageFetcher(),
    ...(mailer && { mailer }),
    ...(environment.provider && { provider: environment.provider }),
    clock: systemClock,
    after,
    newId,
    digest: sha256,
    config: {
      publicUrl,
      clientFolder: join(import.meta.dirname, '../dist/client'),
      uploadFolder,
      desk,
      trustedProxies: environment.trustedProxies,
      ...(environment.metricsToken !== undefined && { metricsToken: environment.metricsToken }),
      ...(environment.requestsPerSecond !== undefined && { requestsPerSecond: environment.requestsPerSecond }),
    },
    log,
    ...(environment.database !== undefined && { shared: { ...(redis && { adapter: redis.adapter }) } }),
  });
  // Before anyone hears that it is there: from then on it may be told to stop.
  stopOnSignals(app, async () => {
    mailer?.close();
    await captures.close();
    await redis?.close();
    await stores.close();
  });
  const listensOn = await app.listen(port, host);
  const address = environment.publicUrl ?? `http://localhost:${listensOn}`;
  say(`Touchstone is at ${address}`);
  const setup = await offerSetup(app.parts.accounts);
  if (setup) say(`Set it up, within a day and once: ${address}/setup/${setup.secret}`);
};

const stopOnSignals = (app: App, closeStores: () => Promise<void>): void => {
  const stop = async (): Promise<void> => {
    const close = async (): Promise<void> => {
      await app.close();
      await closeStores();
    };
    if (!(await closedInTime(close, STOP_LIMIT, after)))
      log({ warning: `not everything was done within ${STOP_LIMIT / 1_000} seconds of being told to stop` });
    process.exit(0);
  };
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      stop().catch((error: unknown) => {
        process.stderr.write(`Touchstone did not stop cleanly: ${readableError(error)}\n`);
        process.exit(1);
      });
    });
  }
};

let environment: Environment | undefined;
try {
  environment = readEnvironment(process.env);
  await start(environment);
} catch (error) {
  fail(readableError(error, environment));
}
