import { constants, deflateRawSync } from 'node:zlib';
import { docxFiles, p } from './a-docx.ts';
import { aZip } from './a-zip.ts';

const MB = 1_000_000;

/** A deflated stream of so many megabytes of one sign between a head and a tail, made without ever being unpacked. */
const deflated = (head: string, sign: string, megabytes: number, tail: string): Uint8Array => {
  const piece = (text: string): Buffer => deflateRawSync(text, { finishFlush: constants.Z_FULL_FLUSH });
  const megabyte = piece(sign.repeat(MB));
  return Buffer.concat([piece(head), ...Array<Buffer>(megabytes).fill(megabyte), deflateRawSync(tail)]);
};

/** A Word file with so many megabytes of one sign as its only paragraph; `claims` is the size that its directory says, where it lies. */
export const docxOf = (sign: string, megabytes: number, claims?: number): Uint8Array<ArrayBuffer> => {
  const files = docxFiles(p('@'));
  const text = String(files.at(-1)?.data);
  const at = text.indexOf('@');
  const [head, tail] = [text.slice(0, at), text.slice(at + 1)];
  const data = deflated(head, sign, megabytes, tail);
  const unpacks = head.length + tail.length + megabytes * MB;
  return aZip([...files.slice(0, -1), { name: 'word/document.xml', data, unpacks, ...(claims && { claims }) }]);
};

const withDocument = (data: string): Uint8Array<ArrayBuffer> =>
  aZip([...docxFiles('').slice(0, -1), { name: 'word/document.xml', data }]);

const ENTITIES = Array.from({ length: 12 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('');

/** Files that ask for more than any article needs, and by what name each is refused. */
export const BOMBS: Readonly<
  Record<string, readonly [file: () => Uint8Array<ArrayBuffer>, refused: readonly string[]]>
> = {
  'a gigabyte of spaces': [() => docxOf(' ', 1_000), ['too-large-unpacked']],
  'a gigabyte of spaces that says it is small': [() => docxOf(' ', 1_000, 5_000), ['broken-file']],
  'a line of 50 MB': [() => docxOf('x', 50), ['too-long']],
  '100,000 empty paragraphs': [
    () => withDocument(String(docxFiles(p('').repeat(100_000)).at(-1)?.data)),
    ['too-many-blocks'],
  ],
  'a million elements within each other': [
    () => withDocument(`<w:document xmlns:w="w"><w:body>${'<w:sdt>'.repeat(1_000_000)}`),
    ['too-large-unpacked'],
  ],
  'entities that multiply': [
    () => withDocument(`<!DOCTYPE d [<!ENTITY e0 "boo">${ENTITIES}]><d>&e12;</d>`),
    ['broken-file'],
  ],
  'an entity from elsewhere': [
    () => withDocument('<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><d>&e;</d>'),
    ['broken-file'],
  ],
};
