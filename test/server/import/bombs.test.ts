import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { readerOfFile } from '../../../server/import/reader.ts';
import { READING_LIMITS, ReadingThreads } from '../../../server/import/reading-threads.ts';
import { after as afterTime } from '../../../server/timer.ts';
import { Invalid } from '../../../shared/parsing.ts';
import { BOMBS } from '../../support/bombs.ts';
import { describeWith, material } from '../../support/material.ts';

const FUZZ = '06-hostile/open/poi-fuzz';
const never = new AbortController().signal;

describe('a hostile Word file', function () {
  this.timeout(20_000);
  let threads: ReadingThreads;
  const reports: unknown[] = [];
  before(() => {
    threads = new ReadingThreads({ after: afterTime, report: (error) => reports.push(error) });
  });
  after(() => threads.close());

  /** By what name a file is refused, while the others here go on: the longest that they had to wait, in milliseconds. */
  const refusal = async (file: Uint8Array): Promise<{ name: string; took: number; stood: number }> => {
    let last = performance.now();
    let stood = 0;
    const ticking = setInterval(() => {
      const now = performance.now();
      stood = Math.max(stood, now - last);
      last = now;
    }, 10);
    const began = performance.now();
    const error = await threads.read('docx', { file, clean: true }, { signal: never }).then(
      () => undefined,
      (error: unknown) => error,
    );
    clearInterval(ticking);
    assert.ok(error instanceof Invalid, String(error));
    return { name: error.wrong?.name ?? error.what, took: performance.now() - began, stood };
  };

  for (const [says, [file, names]] of Object.entries(BOMBS))
    it(`of ${says} is refused at once, and everyone else is answered meanwhile`, async () => {
      const { name, took, stood } = await refusal(file());
      assert.ok(names.includes(name), name);
      assert.ok(took < READING_LIMITS.time + 6_000, `after ${took} ms`);
      assert.ok(stood < 1_000, `others waited ${stood} ms`);
      assert.deepEqual(reports, []);
    });
});

describeWith(FUZZ, 'Word files that crashed others', () => {
  it('are read or refused with what is wrong', async function () {
    this.timeout(60_000);
    const reports: unknown[] = [];
    const threads = new ReadingThreads({ after: afterTime, report: (error) => reports.push(error) });
    for (const name of readdirSync(material(FUZZ))) {
      const file = new Uint8Array(readFileSync(material(`${FUZZ}/${name}`)));
      const format = readerOfFile({ name, mediaType: '', bytes: file });
      if (!format) {
        assert.match(name, /\.xlsx$/);
        continue;
      }
      const began = performance.now();
      await threads
        .read(format, { file, clean: true }, { signal: never })
        .catch((error) => assert.ok(error instanceof Invalid, `${name}: ${error}`));
      assert.ok(performance.now() - began < 5_000, name);
    }
    assert.deepEqual(reports, []);
    await threads.close();
  });
});
