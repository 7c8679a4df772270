import assert from 'node:assert/strict';
import { articleOfReading } from '../../server/import/article-of-reading.ts';
import { type FileKnown, type Given, type ReaderName, readerNamed, readerOfFile } from '../../server/import/reader.ts';
import { type Reading, wordsOfBlock } from '../../server/import/reading.ts';
import { ReadingThreads } from '../../server/import/reading-threads.ts';
import { after as afterTime } from '../../server/timer.ts';
import { Invalid } from '../../shared/parsing.ts';
import { chance } from './random.ts';

/** A file that a reader is to read, and words that must be in what it makes of it or in what it took away (T10). */
export interface Sample {
  readonly file: FileKnown;
  readonly title: string;
  readonly words: readonly string[];
}

/** Everything that a reading holds, as one text. */
export const allWords = ({ title, blocks, removed }: Reading): string =>
  [title, ...blocks.flatMap(wordsOfBlock), ...removed.map(({ text }) => text)].join('\n');

const SPOILS = 12;
const SEED = 1;

/** What holds for every reader; call it inside `describe`. It reads as the server does, in a thread. */
export const readerContract = (name: ReaderName, sample: Sample): void => {
  let threads: ReadingThreads;
  const reports: unknown[] = [];
  before(() => {
    threads = new ReadingThreads({ after: afterTime, report: (error) => reports.push(error) });
  });
  after(() => threads.close());
  const never = new AbortController().signal;
  const readIt = (given: Partial<Given> = {}): Promise<Reading> =>
    threads.read(name, { file: sample.file.bytes, clean: true, ...given }, { signal: never });

  it('is found by the name and by the media type of its files', () => {
    const { extensions, mediaTypes } = readerNamed(name);
    const bytes = new Uint8Array();
    for (const each of extensions) assert.equal(readerOfFile({ name: `a.${each}`, mediaType: '', bytes }), name);
    for (const each of mediaTypes) assert.equal(readerOfFile({ name: '', mediaType: each, bytes }), name);
    assert.equal(readerOfFile(sample.file), name);
  });

  it('reads the title, and keeps every word in the text or among what it took away (T10)', async () => {
    const reading = await readIt();
    assert.equal(reading.title, sample.title);
    const all = allWords(reading);
    for (const words of sample.words) assert.ok(all.includes(words), `"${words}" is lost`);
  });

  it('takes nothing away when it is told not to', async () => {
    const reading = await readIt({ clean: false });
    assert.deepEqual(reading.removed, []);
    for (const words of sample.words) assert.ok(allWords(reading).includes(words), `"${words}" is lost`);
  });

  it('reads the same twice', async () => assert.deepEqual(await readIt(), await readIt()));

  it('makes what an article can be made of', async () => {
    const { doc } = articleOfReading(await readIt(), () => 'r');
    doc.check();
  });

  it('reads or refuses whatever has been spoiled, and breaks at nothing', async () => {
    const random = chance(SEED);
    for (let at = 0; at < SPOILS; at += 1) {
      const { bytes } = sample.file;
      const file = bytes.slice(0, random.likely(0.5) ? bytes.length : random.below(bytes.length));
      for (let nth = 0; nth < 8 && file.length > 0; nth += 1) file[random.below(file.length)] = random.below(256);
      await readIt({ file }).catch((error) => assert.ok(error instanceof Invalid, `seed ${SEED}: ${error}`));
    }
    assert.deepEqual(reports, []);
  });
};
