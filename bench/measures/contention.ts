import { PEERS } from '../peers/index.ts';
import { figureOf, type Row } from '../results.ts';
import { spread } from '../statistics.ts';
import { inTurns, metered, withPages } from './desks.ts';
import type { Measure } from './measure.ts';
import { typeAlong, warmUp } from './typing.ts';

const WRITERS = [2, 8, 32] as const;

const settingOf = (writers: number): string => `${writers} writers`;

/** Many write in one article at once. */
export const contention: Measure = {
  name: 'contention',
  title: 'Contention, each writer 10 keys a second (acknowledgement, ms)',
  run: async ({ rounds, share }) => {
    const rows: Row[] = [];
    for (const writers of WRITERS) {
      const found = await inTurns(PEERS, rounds, async (desk) => {
        const article = await desk.newArticle();
        return withPages(desk, { article, count: writers }, async (pages) => {
          const all = (seconds: number) =>
            Promise.all(pages.map((page) => typeAlong(page, { perSecond: 10, seconds })));
          await warmUp(pages, { perSecond: 10, seconds: 0.5 });
          const [typed, used] = await metered(desk, () => all(2 * share));
          return { ...spread(typed.flatMap(({ waits }) => waits)), ...used };
        });
      });
      rows.push(...[...found].map(([subject, figures]) => ({ setting: settingOf(writers), subject, figures })));
    }
    const ratio = (writers: number, figure: string): number =>
      figureOf(rows, settingOf(writers), 'Touchstone', figure) /
      figureOf(rows, settingOf(writers), 'durable floor', figure);
    return {
      rows,
      ratios: [
        { of: 'acknowledgement p99, 32 writers, × the durable floor', value: ratio(32, 'p99'), most: 1.5 },
        { of: 'acknowledgement p50, 32 writers, × the durable floor', value: ratio(32, 'p50') },
      ],
    };
  },
};
