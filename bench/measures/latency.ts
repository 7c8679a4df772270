import { PEERS } from '../peers/index.ts';
import { figureOf, type Row } from '../results.ts';
import { spread } from '../statistics.ts';
import { inTurns, metered, withPages } from './desks.ts';
import type { Measure } from './measure.ts';
import { typeAlong, warmUp } from './typing.ts';

const SETTING = '1 writer, 1 reader';

/** One writes, one reads: how long a key waits for its acknowledgement, and until the other has it. */
export const latency: Measure = {
  name: 'latency',
  title: 'Latency, one writer at 30 keys a second and one reader (ms)',
  run: async ({ rounds, share }) => {
    const found = await inTurns(PEERS, rounds, async (desk) => {
      const article = await desk.newArticle();
      return withPages(desk, { article, count: 2 }, async ([writer, reader]) => {
        if (!writer || !reader) throw new Error('two pages were asked for');
        const heard: number[] = [];
        await warmUp([writer], { perSecond: 30, seconds: 1 });
        reader.onKey(() => heard.push(performance.now()));
        const [typed, used] = await metered(desk, () => typeAlong(writer, { perSecond: 30, seconds: 3 * share }));
        const delivered = heard.slice(0, typed.sent.length).map((at, index) => at - (typed.sent[index] ?? at));
        return { ...spread(typed.waits, 'ack'), ...spread(delivered, 'delivery'), ...used };
      });
    });
    const rows: Row[] = [...found].map(([subject, figures]) => ({ setting: SETTING, subject, figures }));
    const ratio = (figure: string): number =>
      figureOf(rows, SETTING, 'Touchstone', figure) / figureOf(rows, SETTING, 'durable floor', figure);
    return {
      rows,
      ratios: [
        { of: 'acknowledgement p50, 1 writer, × the durable floor', value: ratio('ack p50'), most: 1.3 },
        { of: 'acknowledgement p99, 1 writer, × the durable floor', value: ratio('ack p99'), most: 2 },
        { of: 'delivery p50, × the durable floor', value: ratio('delivery p50') },
      ],
      notes: PEERS.map(({ name, keeps }) => `${name} has stored, when it acknowledges: ${keeps}`),
    };
  },
};
