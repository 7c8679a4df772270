import { aPdf, type Painted } from './a-pdf.ts';

/** A page of the moon's report: its head, its text, its number. */
const page = (number: number, ...lines: readonly Painted[]): readonly Painted[] => [
  { text: `The Moon Report, spring of 2026`, x: 72, y: 800, size: 9 },
  ...lines,
  { text: String(number), x: 290, y: 40, size: 9 },
];

const text = (y: number, ...lines: readonly string[]): readonly Painted[] =>
  lines.map((each, nth) => ({ text: each, x: 72, y: y - nth * 14 }));

/** An article on three pages, with all that a page has beside it: heads, numbers, a caption, a list, a word divided by the end of a page. */
export const MOON_PDF = aPdf(
  page(
    1,
    { text: 'What the moon is made of', x: 72, y: 740, size: 24 },
    ...text(
      700,
      'The board of the moon has found that it is for the most part made of cheese, and',
      'nobody on earth who was asked about it by this report said that it was made of any-',
    ),
  ),
  page(
    2,
    ...text(740, 'thing else, then or later.'),
    { text: 'Who was asked', x: 72, y: 690, size: 16 },
    ...text(
      660,
      'A well-known board, which has been there since the spring of 2019, was asked in its',
      'rooms, which are some few at the back of a house that is as old as it, where the well-',
      'known cheese is kept under glass and looked at by all who come there in the spring.',
    ),
    { text: 'The cheese under its glass, in the spring of 2019', x: 110, y: 470, size: 9 },
    ...text(440, '1. The board, which was asked first and said little about it on'),
    { text: 'the day', x: 84, y: 426 },
    ...text(412, '2. The earth'),
  ),
  page(3, ...text(740, 'It said nothing at all of stone, and whoever asks it again will hear the same words.')),
);

/** A PDF that asks for a password which nobody knows (ISO 32000-2, 7.6.4). */
export const lockedPdf = (): Uint8Array<ArrayBuffer> => {
  const sign = `<${'5a'.repeat(32)}>`;
  const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${sign} /U ${sign} /P -4 >> /ID [<00> <00>]`;
  const plain = Buffer.from(aPdf([{ text: 'Secret', x: 72, y: 700 }])).toString('latin1');
  return new Uint8Array(Buffer.from(plain.replace('trailer\n<< ', `trailer\n<< ${encrypt} `), 'latin1'));
};

const LINE = [{ text: 'A line of words that goes on for a while.', x: 72, y: 700 }];

/** PDFs that ask for more than any article needs, and by what names each may be refused. */
export const PDF_BOMBS: Readonly<
  Record<string, readonly [file: () => Uint8Array<ArrayBuffer>, refused: readonly string[]]>
> = {
  '10,000 pages': [() => aPdf(...Array<typeof LINE>(10_000).fill(LINE)), ['too-many-pages']],
  '300 MB of spaces': [() => aPdf(Buffer.alloc(300_000_000, ' ')), ['too-much-memory', 'too-slow']],
  'a word of 50 MB': [
    () => aPdf(Buffer.concat([Buffer.from('BT /F1 12 Tf ('), Buffer.alloc(50_000_000, 'a'), Buffer.from(') Tj ET')])),
    ['too-much-memory', 'too-slow'],
  ],
};
