import assert from 'node:assert/strict';
import { BOUNDS, bounded } from '../../../server/import/bounds.ts';
import type { Given } from '../../../server/import/reader.ts';
import type { Removal } from '../../../server/import/reading.ts';
import { ReadingThreads } from '../../../server/import/reading-threads.ts';
import { after as afterTime } from '../../../server/timer.ts';
import { TEXT_CAPS } from '../../../shared/operations/texts.ts';
import { Invalid } from '../../../shared/parsing.ts';
import { eventually } from '../../support/desk-in-browsers.ts';

const given = (text: string): Given => ({ file: new TextEncoder().encode(text), clean: true });
const SMALL = given('The moon\n\nIt is made of cheese.');
const LONG = given('It is made of cheese. '.repeat(80_000));
const never = new AbortController().signal;

describe('reading in threads', () => {
  const open = (limits: { readonly time?: number; readonly memory?: number } = {}) => {
    const reports: unknown[] = [];
    const threads = new ReadingThreads({ after: afterTime, report: (error) => reports.push(error), ...limits });
    return { threads, reports };
  };

  const refuses = (says: string, limits: { readonly time?: number; readonly memory?: number }, name: string): void => {
    it(`${says}, and reads the next all the same`, async () => {
      const { threads, reports } = open(limits);
      try {
        const refused = threads.read('text', given('a b.\n'.repeat(400_000)), { signal: never });
        await assert.rejects(refused, (error) => error instanceof Invalid && error.wrong?.name === name);
        await eventually(async () => assert.equal(threads.size, 0));
        assert.deepEqual(reports, []);
      } finally {
        await threads.close();
      }
      const next = open();
      assert.equal((await next.threads.read('text', SMALL, { signal: never })).title, 'The moon');
      await next.threads.close();
    });
  };

  refuses('gives up what takes too long', { time: 1 }, 'too-slow');
  refuses('gives up what takes too much memory', { memory: 12 }, 'too-much-memory');

  it('leaves off when nobody waits any more, and whoever waited for their turn has it', async () => {
    const { threads } = open();
    const gone = new AbortController();
    const all = [1, 2, 3].map((nth) => threads.read('text', LONG, { signal: nth < 3 ? gone.signal : never }));
    const settled = Promise.allSettled(all);
    gone.abort();
    const [one, two, three] = await settled;
    assert.deepEqual([one?.status, two?.status, three?.status], ['rejected', 'rejected', 'fulfilled']);
    await threads.close();
  });

  it('lets other things go on meanwhile', async () => {
    const { threads } = open();
    let turns = 0;
    const beat = setInterval(() => {
      turns += 1;
    }, 5);
    await threads.read('text', given('a b.\n'.repeat(19_000)), { signal: never });
    clearInterval(beat);
    assert.ok(turns > 2, `${turns} turns`);
    await threads.close();
  });

  it('keeps one thread for the next, however many there were', async () => {
    const { threads } = open();
    await Promise.all([1, 2, 3, 4, 5].map(() => threads.read('text', SMALL, { signal: never })));
    await eventually(async () => assert.equal(threads.size, 1));
    await threads.close();
    assert.equal(threads.size, 0);
  });
});

describe('the bounds of a reading', () => {
  const removal = (nth: number, before: number): Removal => ({ text: `line ${nth}`, reason: 'navigation', before });

  it('are those of an article', () => assert.equal(BOUNDS.characters, TEXT_CAPS.article));

  it('refuse more paragraphs than anyone can work with', () => {
    const blocks = Array.from({ length: BOUNDS.blocks + 1 }, () => ({ kind: 'paragraph', text: 'a' }) as const);
    assert.throws(() => bounded({ title: '', blocks, removed: [] }), /at most 20000 paragraphs/);
  });

  for (const places of [1, 50_000]) {
    it(`put removals at ${places} places together and lose none (T10)`, () => {
      const removed = Array.from({ length: 50_000 }, (_, nth) => removal(nth, nth % places));
      const { removed: fewer } = bounded({ title: '', blocks: [], removed });
      assert.ok(fewer.length <= BOUNDS.removals);
      assert.equal(fewer.map(({ text }) => text).join('\n'), removed.map(({ text }) => text).join('\n'));
    });
  }
});
