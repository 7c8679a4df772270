import type { RequestListener } from 'node:http';
import { aPdf } from './a-pdf.ts';

/** What a source is served as; what is pasted has no address. */
export const KINDS = ['html', 'text', 'pdf', 'csv', 'json', 'pasted'] as const;

/** What becomes of a source once it was copied. */
export const FATES = ['passage', 'advertisement', 'gone', 'same', 'down'] as const;

/** One of thirty sources: five of each kind, one of each fate. */
export interface Cited {
  readonly id: string;
  readonly kind: (typeof KINDS)[number];
  readonly fate: (typeof FATES)[number];
  readonly passage: string;
  /** What is served as the passage once its fate has come. */
  readonly later: string;
}

export const THIRTY: readonly Cited[] = FATES.flatMap((fate, row) =>
  KINDS.map((kind, column): Cited => {
    const number = row * KINDS.length + column + 1;
    const passage = `Board ${number} finds ${number + 40} percent of the cheese to be from the moon`;
    return {
      id: `s${number}`,
      kind,
      fate,
      passage,
      later: passage.replace(`${number + 40} percent`, `${number + 60} percent`),
    };
  }),
);

/** The bytes of a source, with an advertisement in them. */
export const bytesOf = ({ kind }: Cited, passage: string, advertisement: string): Uint8Array => {
  const written: Readonly<Record<Cited['kind'], () => string | Uint8Array>> = {
    html: () =>
      `<title>Board</title><nav>${advertisement}</nav><p>It met on Monday.<p>${passage}.<aside>${advertisement}</aside>`,
    text: () => `${advertisement}\n\nIt met on Monday.\n${passage}.\n`,
    pdf: () =>
      aPdf([
        { text: advertisement, x: 72, y: 760 },
        { text: `${passage}.`, x: 72, y: 600 },
      ]),
    csv: () => `note,finding\n${advertisement},none\nMonday,${passage}\n`,
    json: () => JSON.stringify({ advertisement, finding: passage }, undefined, 1),
    pasted: () => `It met on Monday.\n${passage}.`,
  };
  return Buffer.from(written[kind]());
};

const TYPES: Readonly<Record<Cited['kind'], string>> = {
  ...{ html: 'text/html; charset=utf-8', text: 'text/plain', pdf: 'application/pdf', csv: 'text/csv' },
  ...{ json: 'application/json', pasted: 'text/plain' },
};

/** Serves the sources, each at its id: as they are, or, when it is `later`, as has become of them. */
export const serving =
  (isLater: () => boolean): RequestListener =>
  (request, response) => {
    const cited = THIRTY.find(({ id }) => request.url === `/${id}`);
    const fate = isLater() ? cited?.fate : 'same';
    if (!cited || fate === 'gone') return void response.writeHead(404).end();
    if (fate === 'down') return void response.writeHead(503).end();
    const bytes = bytesOf(
      cited,
      fate === 'passage' ? cited.later : cited.passage,
      fate === 'advertisement' ? 'Fly to Rome' : 'Buy a car',
    );
    response.writeHead(200, { 'content-type': TYPES[cited.kind] }).end(bytes);
  };
