import { durableFloor } from '../peers/floor.ts';
import type { Desk, Peer } from '../peers/peer.ts';
import { prosemirrorCollab } from '../peers/prosemirror-collab.ts';
import { touchstone } from '../peers/touchstone.ts';
import type { Row } from '../results.ts';
import { slowLine } from '../slow-line.ts';
import { type Figures, median, spread } from '../statistics.ts';
import { inTurns, metered, withPages } from './desks.ts';
import type { Measure } from './measure.ts';
import { typeAlong, warmUp } from './typing.ts';

/** Milliseconds of a round trip: the typists', and ten times that. */
const TRIP = { typists: 10, slow: 100 } as const;
const TYPISTS = 50;
const MEASURED: readonly Peer[] = [durableFloor, touchstone, prosemirrorCollab];

/** How long the slow one waits, while others type or while nobody does. */
const slowWaits = async (desk: Desk, typists: number, seconds: number): Promise<Figures> => {
  const [near, far] = await Promise.all([slowLine(desk.port, TRIP.typists / 2), slowLine(desk.port, TRIP.slow / 2)]);
  const article = await desk.newArticle();
  try {
    return await withPages(desk, { article, count: typists, port: near.port }, async (pages) => {
      const slow = await desk.open({ article, seat: 63, port: far.port });
      await warmUp([...pages, slow], { perSecond: 2, seconds: 1 });
      const [typed, used] = await metered(desk, async () => {
        const others = pages.map((page) => typeAlong(page, { perSecond: 2, seconds }));
        const own = await typeAlong(slow, { perSecond: 4, seconds });
        return { own, others: (await Promise.all(others)).flatMap(({ waits }) => waits) };
      });
      slow.close();
      return { ...spread(typed.own.waits), 'typists p50': median(typed.others), ...used };
    });
  } finally {
    near.close();
    far.close();
  }
};

/** One has ten times the round trip of fifty who type. */
export const slowClient: Measure = {
  name: 'slow',
  title: `A client with a round trip of ${TRIP.slow} ms among ${TYPISTS} typists with ${TRIP.typists} ms (its acknowledgement, ms)`,
  run: async ({ rounds, share }) => {
    const rows: Row[] = [];
    for (const typists of [0, TYPISTS]) {
      const found = await inTurns(MEASURED, Math.min(rounds, 2), (desk) => slowWaits(desk, typists, 4 * share));
      const setting = typists === 0 ? 'alone' : `${typists} typists`;
      rows.push(...[...found].map(([subject, figures]) => ({ setting, subject, figures })));
    }
    const ratio = (subject: string): number => {
      const [alone, among] = rows.filter((row) => row.subject === subject).map(({ figures }) => figures.p50);
      return (among ?? Number.NaN) / (alone ?? Number.NaN);
    };
    return {
      rows,
      ratios: [
        { of: 'a slow client among 50 typists, × what it waits alone', value: ratio('Touchstone'), most: 1.2 },
        { of: 'the same with prosemirror-collab', value: ratio('prosemirror-collab') },
      ],
      notes: [`a wait of 5,000 ms is one that was given up`],
    };
  },
};
