import { durableFloor } from '../peers/floor.ts';
import type { Peer } from '../peers/peer.ts';
import { touchstone } from '../peers/touchstone.ts';
import type { Row } from '../results.ts';
import { type Figures, medians } from '../statistics.ts';
import { inFolder } from './desks.ts';
import type { Measure } from './measure.ts';
import { typeAlong } from './typing.ts';

const MEASURED: readonly Peer[] = [durableFloor, touchstone];

/** Kills a server that is being written to, starts it anew, and types the next key. */
const recovery = (peer: Peer): Promise<Figures> =>
  inFolder(async (folder) => {
    const desk = await peer.start(folder);
    const article = await desk.newArticle();
    const page = await desk.open({ article, seat: 0 });
    await typeAlong(page, { perSecond: 40, seconds: 1 });
    const under = page.type().catch(() => {});
    const start = performance.now();
    await desk.kill();
    page.close();
    const again = await peer.start(folder);
    const listening = performance.now() - start;
    try {
      const back = await again.open({ article, seat: 0 });
      const joined = performance.now() - start;
      await back.type();
      const serving = performance.now() - start;
      back.close();
      return { listening, joined, serving };
    } finally {
      await again.stop();
      void under;
    }
  });

/** How long nobody can work after the server was killed. */
export const crash: Measure = {
  name: 'crash',
  title: 'Crash: from kill -9 to a new process that listens, has the article open, has acknowledged a key (ms)',
  run: async ({ rounds }) => {
    const found = new Map<string, Figures[]>();
    for (let round = 0; round < rounds; round += 1) {
      for (const peer of MEASURED) found.set(peer.name, [...(found.get(peer.name) ?? []), await recovery(peer)]);
    }
    const rows: Row[] = [...found].map(([subject, figures]) => ({
      setting: 'kill -9',
      subject,
      figures: medians(figures),
    }));
    return { rows, ratios: [] };
  },
};
