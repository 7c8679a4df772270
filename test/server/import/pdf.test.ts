import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { read } from '../../../server/import/pdf/pdf-reader.ts';
import { READING_LIMITS, ReadingThreads } from '../../../server/import/reading-threads.ts';
import { after as afterTime } from '../../../server/timer.ts';
import { Invalid } from '../../../shared/parsing.ts';
import { aPdf } from '../../support/a-pdf.ts';
import { describeWith, material } from '../../support/material.ts';
import { lockedPdf, MOON_PDF, PDF_BOMBS } from '../../support/pdfs.ts';
import { readerContract } from '../../support/reader-contract.ts';

const never = new AbortController().signal;

describe('the reader of PDF', function () {
  this.timeout(30_000);

  readerContract('pdf', {
    file: { name: 'moon.pdf', mediaType: 'application/pdf', bytes: MOON_PDF },
    title: 'What the moon is made of',
    words: ['nobody on earth', 'The cheese under its glass', 'Who was asked', 'The earth', 'It said nothing at all'],
  });

  it('finds title, paragraphs, headings, captions and lists, whole over the ends of lines and pages', async () => {
    const { title, blocks } = await read({ file: MOON_PDF.slice(), clean: true }, () => {});
    assert.equal(title, 'What the moon is made of');
    assert.deepEqual(blocks, [
      {
        kind: 'paragraph',
        text: 'The board of the moon has found that it is for the most part made of cheese, and nobody on earth who was asked about it by this report said that it was made of anything else, then or later.',
      },
      { kind: 'heading', level: 2, text: 'Who was asked' },
      {
        kind: 'paragraph',
        text: 'A well-known board, which has been there since the spring of 2019, was asked in its rooms, which are some few at the back of a house that is as old as it, where the well-known cheese is kept under glass and looked at by all who come there in the spring.',
      },
      { kind: 'caption', text: 'The cheese under its glass, in the spring of 2019' },
      {
        kind: 'list',
        ordered: true,
        items: ['The board, which was asked first and said little about it on the day', 'The earth'],
      },
      {
        kind: 'paragraph',
        text: 'It said nothing at all of stone, and whoever asks it again will hear the same words.',
      },
    ]);
  });

  it('takes running heads and page numbers away, and lists each where it stood (T10)', async () => {
    const { removed } = await read({ file: MOON_PDF.slice(), clean: true }, () => {});
    assert.deepEqual(
      removed.filter(({ reason }) => reason === 'running').map(({ text, before }) => [text, before]),
      [
        ['The Moon Report, spring of 2026', -1],
        ['1', 1],
        ['The Moon Report, spring of 2026', 1],
        ['2', 5],
        ['The Moon Report, spring of 2026', 5],
        ['3', 6],
      ],
    );
  });

  const refusal = async (file: Uint8Array): Promise<unknown> => {
    const error = await Promise.resolve(read({ file, clean: true }, () => {})).then(
      () => undefined,
      (error: unknown) => error,
    );
    assert.ok(error instanceof Invalid, String(error));
    return { name: error.wrong?.name, ...error.wrong?.values };
  };

  it('refuses what is locked, broken or without words, and says so', async () => {
    assert.deepEqual(await refusal(lockedPdf()), { name: 'locked-file' });
    assert.deepEqual(await refusal(new TextEncoder().encode('%PDF-1.7 moon')), { name: 'broken-file' });
    assert.deepEqual(await refusal(aPdf('0 0 100 100 re f', '')), { name: 'wordless-pages', pages: 2 });
  });
});

describe('a hostile PDF', function () {
  this.timeout(30_000);
  let threads: ReadingThreads;
  const reports: unknown[] = [];
  before(() => {
    threads = new ReadingThreads({ after: afterTime, report: (error) => reports.push(error) });
  });
  after(() => threads.close());

  for (const [says, [make, names]] of Object.entries(PDF_BOMBS))
    it(`of ${says} is refused at once, with memory to spare`, async () => {
      const file = make();
      const held = process.memoryUsage().rss;
      const began = performance.now();
      const error = await threads.read('pdf', { file, clean: true }, { signal: never }).then(
        () => undefined,
        (error: unknown) => error,
      );
      assert.ok(error instanceof Invalid, String(error));
      assert.ok(names.includes(error.wrong?.name ?? ''), error.wrong?.name);
      assert.ok(performance.now() - began < READING_LIMITS.time + 6_000);
      assert.ok(process.memoryUsage().rss - held < 100_000_000);
      assert.deepEqual(reports, []);
    });
});

describeWith('06-hostile/open/pdfjs', 'PDFs that broke other readers', () => {
  it('are read, or refused with what is wrong', async function () {
    this.timeout(60_000);
    const reports: unknown[] = [];
    const threads = new ReadingThreads({ after: afterTime, report: (error) => reports.push(error) });
    const folder = material('06-hostile/open/pdfjs');
    const names: (string | undefined)[] = [];
    for (const name of readdirSync(folder)) {
      const file = new Uint8Array(readFileSync(`${folder}/${name}`));
      const began = performance.now();
      await threads.read('pdf', { file, clean: true }, { signal: never }).catch((error) => {
        assert.ok(error instanceof Invalid, `${name}: ${error}`);
        names.push(error.wrong?.name);
      });
      assert.ok(performance.now() - began < 5_000, name);
    }
    const known = ['broken-file', 'broken-page', 'locked-file', 'wordless-pages'];
    for (const name of names) assert.ok(known.includes(name ?? ''), name);
    assert.deepEqual(reports, []);
    await threads.close();
  });
});
