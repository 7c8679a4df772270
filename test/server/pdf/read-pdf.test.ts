import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { pdfPages } from '../../../server/pdf/pdf-pages.ts';
import { readPdf, UnreadablePdf } from '../../../server/pdf/read-pdf.ts';
import { aPdf, type Painted, paragraph } from '../../support/a-pdf.ts';
import { describeWith, material } from '../../support/material.ts';
import { PDF_BOMBS } from '../../support/pdfs.ts';

const reads = (says: string, page: readonly Painted[], text: string): void => {
  it(says, async () => assert.equal((await pdfPages(aPdf(page))).pages[0]?.text, text));
};

const whyNot = (bytes: Uint8Array, limits?: Parameters<typeof readPdf>[1]): Promise<string> =>
  readPdf(bytes, limits).then(
    () => 'it was read',
    (error) => (error instanceof UnreadablePdf ? error.why : String(error)),
  );

describe('the words of a PDF', function () {
  this.timeout(20_000);

  reads(
    'are a paragraph a line, with words whole that the end of a line divides',
    [
      { text: 'The moon', x: 72, y: 760, size: 20 },
      ...paragraph(
        72,
        720,
        'The board of the moon finds that it is made of an un-',
        'usual cheese, for the most part.',
      ),
      ...paragraph(72, 660, 'Nobody else was asked.'),
    ],
    'The moon\nThe board of the moon finds that it is made of an unusual cheese, for the most part.\nNobody else was asked.',
  );

  reads(
    'keep a hyphen that the word has elsewhere, and one between figures',
    paragraph(
      72,
      720,
      'A well-known cheese of the years from 2015 to 2020: well-',
      'known to all, as it was from the spring of 2019-',
      '2020.',
    ),
    'A well-known cheese of the years from 2015 to 2020: well-known to all, as it was from the spring of 2019-2020.',
  );

  reads(
    'are one column after the other, and what spans them where it stands',
    [
      { text: 'A title that goes all the way across both of the two columns', x: 72, y: 760, size: 16 },
      ...paragraph(
        72,
        720,
        'the first column of the page',
        'goes on for some lines until',
        'it comes to its last words.',
      ),
      ...paragraph(
        320,
        720,
        'The second column of the page',
        'comes after the first, as it is',
        'read by whoever can read it.',
      ),
    ],
    'A title that goes all the way across both of the two columns\n' +
      'the first column of the page goes on for some lines until it comes to its last words.\n' +
      'The second column of the page comes after the first, as it is read by whoever can read it.',
  );

  reads(
    'are the cells of a table row by row',
    [
      ...[0, 1, 2, 3].flatMap((row) => [
        { text: ['Year', 'Cheese', 'Stone', 'Total'][row] ?? '', x: 72, y: 700 - row * 16 },
        { text: ['2023', '70', '30', '100'][row] ?? '', x: 240, y: 700 - row * 16 },
        { text: ['2024', '80', '20', '100'][row] ?? '', x: 320, y: 700 - row * 16 },
      ]),
    ],
    'Year\t2023\t2024\nCheese\t70\t80\nStone\t30\t20\nTotal\t100\t100',
  );

  it('come page by page, and where each line stands', async () => {
    const { pages } = await readPdf(aPdf([{ text: 'One', x: 72, y: 700 }], [], [{ text: 'Three', x: 100, y: 42 }]));
    assert.deepEqual(
      pages.map(({ text }) => text),
      ['One', '', 'Three'],
    );
    const [line] = pages[2]?.lines ?? [];
    assert.deepEqual([line?.left, Math.round((line?.top ?? 0) + 10.2)], [100, 800]);
  });

  it('cannot be read in what is none', async () => {
    assert.equal(await whyNot(new TextEncoder().encode('<h1>moon')), 'broken');
  });

  it('are not waited for longer than one may', async () => {
    assert.equal(await whyNot(aPdf([{ text: 'One', x: 72, y: 700 }]), { patience: 1, memory: 100 }), 'too-slow');
  });

  it('are not unpacked into more than one may hold', async () => {
    const bomb = aPdf(Buffer.alloc(300_000_000, ' '));
    assert.ok(bomb.length < 400_000);
    assert.equal(await whyNot(bomb, { patience: 15_000, memory: 60 }), 'too-large');
  });

  it('end nothing but the process that reads them, by one word of 50 MB', async () => {
    const [bomb] = PDF_BOMBS['a word of 50 MB'] ?? assert.fail();
    assert.equal(await whyNot(bomb(), { patience: 15_000, memory: 60 }), 'too-large');
  });
});

describeWith('06-hostile/open/pdfjs', 'PDFs that broke other programs', () => {
  it('are read, or refused in so many words', async () => {
    const folder = material('06-hostile/open/pdfjs');
    const files = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
    const ends: string[] = [];
    for (const name of files)
      ends.push(
        await pdfPages(new Uint8Array(readFileSync(`${folder}/${name}`))).then(
          () => 'read',
          (error) => error.name,
        ),
      );
    for (const end of ends) assert.match(end, /^(read|\w+Exception)$/);
    assert.ok(ends.filter((end) => end === 'read').length >= 10);
  });
});
