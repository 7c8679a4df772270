import type { Answered, Asked, CalledWith, ItemOf, ListName, Manner, OperationName } from './asked.ts';
import { type Download, nameIn } from './download.ts';
import { NoAnswer } from './failures.ts';
import { type ClientParts, type Form, type Request, respond } from './requests.ts';
import { ROWS, type Row } from './rows.ts';

/** All that the server can be asked over HTTP, each operation by its name. */
export type Client = {
  readonly [Name in OperationName]: (...called: CalledWith<Name>) => Promise<Answered<Name>>;
} & {
  /** Every thing of a list, page after page; the next page is asked for when the last thing of the one before was taken. */
  readonly each: <Name extends ListName>(
    name: Name,
    asked?: Partial<Asked<Name>>,
    manner?: Manner,
  ) => AsyncGenerator<ItemOf<Name>, void>;
};

type Given = Readonly<Record<string, unknown>>;

/** The parameters of the path in their places, everything else but the body as a query. */
const requestOf = (row: Row, { json, form, ...given }: Given): Request => {
  const inPath = new Set<string>();
  const path = row.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    inPath.add(name);
    return encodeURIComponent(String(given[name]));
  });
  const query = Object.entries(given)
    .filter(([name, value]) => !inPath.has(name) && value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&');
  return {
    row,
    path: query === '' ? path : `${path}?${query}`,
    ...(json !== undefined && { json }),
    ...(form !== undefined && { form: form as Form }),
  };
};

/** What became of a body that did not come to its end. */
const brokenOff = ({ url }: Response, error: unknown, { signal }: Manner): unknown =>
  error instanceof NoAnswer || signal?.aborted ? error : new NoAnswer(`What ${url} answers broke off.`, error);

async function* bytesOf(
  response: Response,
  body: NonNullable<Response['body']>,
  manner: Manner,
): AsyncGenerator<Uint8Array, void> {
  try {
    yield* body;
  } catch (error) {
    throw brokenOff(response, error, manner);
  }
}

const downloadOf = (response: Response, manner: Manner): Download => {
  const { headers, body } = response;
  const size = headers.get('content-length');
  if (!body) throw new NoAnswer(`Nothing came from ${response.url}.`);
  return {
    name: nameIn(headers.get('content-disposition') ?? ''),
    mediaType: headers.get('content-type') ?? '',
    ...(size !== null && { size: Number(size) }),
    body: bytesOf(response, body, manner),
  };
};

const jsonOf = async (response: Response): Promise<unknown> => {
  const type = response.headers.get('content-type') ?? 'nothing';
  if (!/[/+]json\b/.test(type))
    throw new NoAnswer(`What answers at ${response.url} is not Touchstone: it sends ${type}.`);
  return response.json();
};

const answerIn = async (response: Response, { comes }: Row, manner: Manner): Promise<unknown> => {
  try {
    if (comes === 'download') return downloadOf(response, manner);
    if (comes === 'text') return await response.text();
    return comes === 'nothing' ? undefined : await jsonOf(response);
  } catch (error) {
    throw brokenOff(response, error, manner);
  }
};

/** The address of the next page; one of another server, which would be shown the token, is none. */
const nextIn = (link: string | null): string | undefined => /<(\/(?!\/)[^>]*)>; rel="next"/.exec(link ?? '')?.[1];

async function* each(parts: ClientParts, row: Row, given: Given, manner: Manner): AsyncGenerator<unknown, void> {
  for (let request: Request | undefined = requestOf(row, given); request !== undefined; ) {
    const response = await respond(parts, request, manner);
    const page = (await answerIn(response, row, manner)) as Given;
    yield* page[row.list ?? ''] as readonly unknown[];
    const path = nextIn(response.headers.get('link'));
    request = path === undefined ? undefined : { row, path };
  }
}

/** A client of the server's HTTP API (docs/api). Its methods reject with `Refused`, `NoAnswer`, or why they were called off. */
export const clientOf = (parts: ClientParts): Client => {
  const methods = Object.entries<Row>(ROWS).map(([name, row]) => [
    name,
    async (given: Given = {}, manner: Manner = {}) =>
      answerIn(await respond(parts, requestOf(row, given), manner), row, manner),
  ]);
  const lists = {
    each: (name: ListName, given: Given = {}, manner: Manner = {}) => each(parts, ROWS[name], given, manner),
  };
  // What the types say of each method is what the table says of it.
  return { ...Object.fromEntries(methods), ...lists };
};
