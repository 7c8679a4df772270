import { articleFromJson } from '../../shared/article.ts';
import type { Joined } from '../../shared/protocol.ts';
import { asked, connected } from '../peers/socket.ts';
import { tokenIn } from '../peers/touchstone.ts';
import { figureOf, type Row } from '../results.ts';
import { runScript, startProcess } from '../server-process.ts';
import { type Figures, medians } from '../statistics.ts';
import { inFolder } from './desks.ts';
import type { Measure } from './measure.ts';

const CHILD = 'bench/measures/opening-child.ts';
const CLAIMS = [1, 1_000, 10_000] as const;
const SUBJECT = 'Touchstone';

const settingOf = (claims: number): string => `${claims.toLocaleString('en')} claims`;

/** Milliseconds until the first page of a server that has just been started has an article in its hands. */
const joining = async (folder: string, article: string): Promise<number> => {
  const token = await tokenIn(folder);
  const server = await startProcess('server/main.ts', { DATA_DIR: folder });
  try {
    const socket = await connected(server.port, { token });
    const start = performance.now();
    const joined = await asked<Joined>(socket, 'join', { article });
    if (!joined.article) throw new Error('the answer to the first join holds the article');
    articleFromJson(joined.article);
    const time = performance.now() - start;
    socket.disconnect();
    return time;
  } finally {
    await server.kill();
  }
};

const once = async (folder: string): Promise<Figures> => {
  const child = async (task: string): Promise<number> => Number(await runScript(CHILD, [folder, task]));
  return {
    'parse snapshot': await child('parse'),
    'cold open': await child('cold'),
    'open with 199 entries to replay': await child('tail'),
    'join after a start': await joining(folder, 'opening-cold'),
    'join after a kill': await joining(folder, 'opening-tail'),
  };
};

/** How long it takes until an article is there that nobody had open. */
export const opening: Measure = {
  name: 'open',
  title: 'Opening an article of 100,000 characters, each in a process of its own (ms)',
  run: async ({ rounds }) => {
    const rows: Row[] = [];
    for (const claims of CLAIMS) {
      const figures = await inFolder(async (folder) => {
        await runScript(CHILD, [folder, 'prepare', String(claims)]);
        const found: Figures[] = [];
        for (let round = 0; round < rounds; round += 1) found.push(await once(folder));
        return medians(found);
      });
      rows.push({ setting: settingOf(claims), subject: SUBJECT, figures });
    }
    const ratios = CLAIMS.flatMap((claims) => {
      const figure = (name: string): number => figureOf(rows, settingOf(claims), SUBJECT, name);
      const parsing = figure('parse snapshot');
      return [
        {
          of: `cold open with ${settingOf(claims)}, × parsing its snapshot`,
          value: figure('cold open') / parsing,
          ...(claims === 1_000 && { most: 1.3 }),
        },
        {
          of: `join after a start with ${settingOf(claims)}, × the same`,
          value: figure('join after a start') / parsing,
        },
      ];
    });
    return { rows, ratios };
  },
};
