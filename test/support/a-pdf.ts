import { deflateSync } from 'node:zlib';

/** Words on a page: where they begin, in points from its lower left corner, and how large they are. */
export interface Painted {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

const painted = ({ text, x, y, size = 12 }: Painted): string =>
  `BT /F1 ${size} Tf ${x} ${y} Td (${text.replaceAll(/[\\()]/g, '\\$&')}) Tj ET`;

/** A PDF of given objects, the first of which is its catalogue (ISO 32000-2, 7.5). */
export const pdfOf = (objects: readonly (string | Buffer)[]): Uint8Array<ArrayBuffer> => {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  let size = chunks[0]!.length;
  const places = objects.map((object, index) => {
    const chunk = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
    chunks.push(chunk);
    size += chunk.length;
    return size - chunk.length;
  });
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${size}\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([...chunks, Buffer.from(table + trailer)]));
};

const streamOf = (content: string | Buffer): Buffer => {
  const packed = deflateSync(content);
  const head = `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')]);
};

/** A PDF with words on each of its pages, of the size of A4; a page may be given by its content stream. */
export const aPdf = (...pages: readonly (readonly Painted[] | string | Buffer)[]): Uint8Array<ArrayBuffer> => {
  const at = (index: number): number => 4 + index * 2;
  const kids = pages.map((_, index) => `${at(index)} 0 R`).join(' ');
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] /MediaBox [0 0 595 842] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((page, index) => [
      `<< /Type /Page /Parent 2 0 R /Contents ${at(index) + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      streamOf(typeof page === 'string' || Buffer.isBuffer(page) ? page : page.map(painted).join('\n')),
    ]),
  ]);
};

/** Lines of text one under the other, from a place on a page down. */
export const paragraph = (x: number, y: number, ...lines: readonly string[]): readonly Painted[] =>
  lines.map((text, index) => ({ text, x, y: y - index * 14 }));
