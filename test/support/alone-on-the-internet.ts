import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { NotFetched, pageFetcher } from '../../server/captures/fetch-page.ts';

/**
 * Runs in a network namespace of which every address is this machine (`in-a-namespace.ts`): a canary hears whoever connects to
 * anything, and a name server says what it is told to. Fetches the addresses on its standard input with the fetcher as it is, and
 * writes down what came of each and what the canary and the name server heard meanwhile.
 */

/** A host on the internet, as far as anybody can tell; the only one. */
const PUBLIC = '93.184.216.34';

/** What the name server answers, one time after the other, the last from then on; what is not here leads to this machine. */
const ANSWERS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'public.test': [[PUBLIC]],
  '307.r3dir.me': [[PUBLIC]],
  'flips.test': [[PUBLIC], ['127.0.0.1']],
  'both.test': [[PUBLIC, '169.254.169.254']],
};

const heard: string[] = [];
const asked: string[] = [];

const page = (target: string): string => {
  const to = /[?&]url=([^ ]+)/.exec(target)?.[1];
  const head = to ? `302 Found\r\nlocation: ${decodeURIComponent(to)}` : '200 OK\r\ncontent-type: text/plain';
  return `HTTP/1.1 ${head}\r\ncontent-length: 4\r\nconnection: close\r\n\r\nmoon`;
};

const listening = (port: number): Promise<void> =>
  new Promise((resolve) => {
    const canary = createServer((socket) => {
      heard.push(`${socket.localAddress?.replace(/^::ffff:/, '')}:${socket.localPort}`);
      socket.on('error', () => {});
      socket.once('data', (request) => socket.end(page(String(request).split('\r\n')[0]?.split(' ')[1] ?? '')));
    });
    canary.listen({ port, host: '::' }, resolve);
  });

const nameIn = (query: Buffer): { readonly name: string; readonly end: number } => {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), end: at + 5 };
};

/** The answer to a query (RFC 1035 §4): the addresses of a name for type A, nothing for anything else. */
const answerTo = (query: Buffer): Buffer => {
  const { name, end } = nameIn(query);
  const isForAddress = query.readUInt16BE(end - 4) === 1;
  if (isForAddress) asked.push(name);
  const times = asked.filter((each) => each === name).length;
  const answers = ANSWERS[name] ?? [['127.0.0.1']];
  const ips = isForAddress ? (answers[Math.min(times, answers.length) - 1] ?? []) : [];
  const head = Buffer.from(query.subarray(0, 12));
  head.writeUInt16BE(0x8180, 2);
  head.writeUInt16BE(ips.length, 6);
  head.writeUInt32BE(0, 8);
  const records = ips.map((ip) => Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...ip.split('.').map(Number)]));
  return Buffer.concat([head, query.subarray(12, end), ...records]);
};

const names = createSocket('udp4');
names.on('message', (query, { port, address }) => names.send(answerTo(query), port, address));
await new Promise<void>((resolve) => names.bind(53, '0.0.0.0', resolve));
for (const port of [25, 80, 443, 8080, 11111, 12346]) await listening(port);

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const fetchPage = pageFetcher({ patience: 3_000 });
const came: {
  readonly address: string;
  readonly came: string;
  readonly heard: readonly string[];
  readonly asked: readonly string[];
}[] = [];
for (const address of JSON.parse(Buffer.concat(chunks).toString())) {
  heard.length = 0;
  asked.length = 0;
  const result = await fetchPage(address, new AbortController().signal, () => {}).then(
    () => 'fetched',
    (error: unknown) => (error instanceof NotFetched ? error.problem : String(error)),
  );
  came.push({ address, came: result, heard: [...heard], asked: [...asked] });
}
process.stdout.write(JSON.stringify(came), () => process.exit(0));
