import { setTimeout as passed } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { addPerson } from '../server/accounts/person.ts';
import { issueToken } from '../server/accounts/tokens.ts';
import { systemClock } from '../server/clock.ts';
import { newId } from '../server/ids.ts';
import { openPostgres } from '../server/storage/postgres.ts';
import { REDIS } from '../test/support/a-redis.ts';
import { startTwoServers, type TwoServers } from '../test/support/two-servers.ts';
import { spread } from './statistics.ts';

/**
 * Acknowledgements with many articles open on two servers beside those with all of it on one of the two, and how soon everybody goes on when
 * one of them is killed: `node bench/two-servers.ts [articles] [sockets of each] [seconds]`. The clients are in this process, on the same machine.
 */
const [ARTICLES = 200, PAGES = 10, SECONDS = 20] = process.argv.slice(2).map(Number);

/** Each article is written in so often a second. */
const PACE = 0.5;

interface Page {
  readonly article: string;
  readonly writes: boolean;
  socket: Socket;
  version: number;
}

const desk = async ({ database }: TwoServers): Promise<string> => {
  const stores = await openPostgres(database, console.error);
  const accounts = { store: stores.accounts, clock: systemClock, newId };
  const added = await addPerson(accounts, { email: 'una@example.org', name: 'Una' }, 'admin');
  if (!('added' in added)) throw new Error('Una was not added');
  const token = await issueToken(accounts, added.added.id, 'bench');
  await stores.close();
  return token;
};

const newArticle = async (url: string, token: string): Promise<string> => {
  const answer = await fetch(`${url}/api/articles`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ text: `The moon\n\n${'It is about 384,400 kilometres away. '.repeat(100)}`, clean: false }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return ((await answer.json()) as { id: string }).id;
};

const connect = (page: Page, url: string, token: string): Promise<void> => {
  page.socket = io(url, { auth: { token }, transports: ['websocket'], forceNew: true, reconnection: false });
  page.socket.on('entries', ({ entries }: { entries: readonly { version: number }[] }) => {
    page.version = entries.at(-1)?.version ?? page.version;
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  page.socket.on('connect_error', reject);
  page.socket.on('connect', () =>
    page.socket.emitWithAck('join', { article: page.article }).then((joined) => {
      if (joined.version === undefined) return reject(new Error(joined.message));
      page.version = joined.version;
      resolve();
    }, reject),
  );
  return promise;
};

/** Types a letter; gives the milliseconds until it was acknowledged. */
const write = async (page: Page): Promise<number> => {
  const slice = { content: [{ type: 'text', text: 'x' }] };
  const part = { kind: 'text', target: 'body', steps: [{ stepType: 'replace', from: 14, to: 14, slice }] };
  const operation = { opId: newId(), base: page.version, parts: [part] };
  const start = performance.now();
  const answer = await page.socket.timeout(20_000).emitWithAck('operation', { article: page.article, operation });
  if (answer.version === undefined) throw new Error(answer.message);
  return performance.now() - start;
};

const typeAlong = async (page: Page, waits: number[]): Promise<void> => {
  const until = performance.now() + SECONDS * 1_000;
  await passed((Math.random() * 1_000) / PACE);
  while (performance.now() < until) {
    const wait = await write(page);
    waits.push(wait);
    await passed(Math.max(0, 1_000 / PACE - wait));
  }
};

const inGroups = async <T>(all: readonly T[], size: number, run: (one: T) => Promise<unknown>): Promise<void> => {
  for (let first = 0; first < all.length; first += size) await Promise.all(all.slice(first, first + size).map(run));
};

const round = (figure: number): string => figure.toFixed(1);

const said = (name: string, waits: readonly number[]): void => {
  const { p50 = 0, p99 = 0 } = spread(waits);
  console.log(`${name}: ${waits.length} acknowledgements, p50 ${round(p50)} ms, p99 ${round(p99)} ms`);
};

const measure = async (
  name: string,
  ports: readonly number[],
  servers: TwoServers,
  token: string,
): Promise<readonly Page[]> => {
  const urls = ports.map((port) => `http://127.0.0.1:${port}`);
  const articles: string[] = [];
  for (let nth = 0; nth < ARTICLES; nth += 1) articles.push(await newArticle(servers.address, token));
  const pages = articles.flatMap((article) =>
    Array.from({ length: PAGES }, (_, seat) => ({ article, writes: seat === 0, version: 0 }) as unknown as Page),
  );
  // The pages of an article are with both servers, and the writers too.
  const placed = pages.map((page, nth) => ({
    page,
    url: urls[(nth + Math.floor(nth / PAGES)) % urls.length] as string,
  }));
  await inGroups(placed, 50, ({ page, url }) => connect(page, url, token));
  const waits: number[] = [];
  await Promise.all(pages.filter(({ writes }) => writes).map((page) => typeAlong(page, waits)));
  said(`${name}, ${ARTICLES} articles, ${pages.length} sockets, ${ARTICLES * PACE} keys a second`, waits);
  return pages;
};

const servers = await startTwoServers(REDIS);
try {
  const token = await desk(servers);
  const front = Number(new URL(servers.address).port);
  const alone = await measure('one server', [front + 1], servers, token);
  for (const { socket } of alone) socket.close();
  const pages = await measure('two servers', [front + 1, front + 2], servers, token);

  const [first] = servers.pids();
  process.kill(first as number, 'SIGKILL');
  const start = performance.now();
  const left = pages.filter(({ socket }) => socket.io.opts.port === String(front + 1));
  for (const { socket } of left) socket.close();
  const back: number[] = [];
  await Promise.all(
    left.map(async (page) => {
      await connect(page, `http://127.0.0.1:${front + 2}`, token);
      if (page.writes) await write(page);
      back.push(performance.now() - start);
    }),
  );
  const last = Math.max(...back);
  console.log(`one of two was killed: ${left.length} pages went on with the other, the last after ${round(last)} ms`);
  for (const { socket } of pages) socket.close();
} finally {
  await servers.stop();
}
process.exit(0);
