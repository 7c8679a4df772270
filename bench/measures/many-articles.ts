import { PEERS } from '../peers/index.ts';
import type { Page } from '../peers/peer.ts';
import type { Row } from '../results.ts';
import { spread } from '../statistics.ts';
import { inTurns, metered } from './desks.ts';
import type { Measure } from './measure.ts';
import { typeAlong, warmUp } from './typing.ts';

const ARTICLES = 100;

/** Many articles are written in at once, each by two. */
export const manyArticles: Measure = {
  name: 'articles',
  title: `${ARTICLES} articles with two writers each, a key a second each (acknowledgement, ms)`,
  run: async ({ rounds, share }) => {
    const found = await inTurns(PEERS, Math.min(rounds, 2), async (desk) => {
      const pages: Page[] = [];
      for (let count = 0; count < ARTICLES * Math.max(share, 0.1); count += 1) {
        const article = await desk.newArticle();
        pages.push(await desk.open({ article, seat: 0 }), await desk.open({ article, seat: 1 }));
      }
      const all = (seconds: number) => Promise.all(pages.map((page) => typeAlong(page, { perSecond: 1, seconds })));
      await warmUp(pages, { perSecond: 1, seconds: 1 });
      const [typed, used] = await metered(desk, () => all(Math.max(1, 3 * share)));
      for (const page of pages) page.close();
      return { ...spread(typed.flatMap(({ waits }) => waits)), ...used };
    });
    const rows: Row[] = [...found].map(([subject, figures]) => ({ setting: '100 × 2', subject, figures }));
    return { rows, ratios: [] };
  },
};
