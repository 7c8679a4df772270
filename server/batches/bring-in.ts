import { hash } from 'node:crypto';
import type { BatchItem, Trouble } from '../../shared/batch.ts';
import { CAPTURE_PROBLEMS } from '../../shared/capture.ts';
import { isRefusal, REFUSALS } from '../../shared/operations/kind.ts';
import { Invalid } from '../../shared/parsing.ts';
import { isFault } from '../../shared/protocol.ts';
import { hasRole, type Reviewer } from '../../shared/roles.ts';
import { titleOf } from '../../shared/schema.ts';
import type { AccountParts } from '../accounts/parts.ts';
import type { Incoming } from '../import/arrivals.ts';
import { type MakingParts, makeArticle } from '../import/make-article.ts';
import { readerOfFile, readFormats } from '../import/reader.ts';
import type { HeldItem } from './held-item.ts';

/** What things of a batch are brought in with. */
export interface BringingParts extends MakingParts {
  readonly accounts: AccountParts;
  readonly report: (error: unknown) => void;
}

/** How it ended. */
export type Ended = Pick<BatchItem, 'state' | 'title' | 'trouble'>;

const failed = (trouble: Trouble): Ended => ({ state: 'failed', trouble });

/** Why a file or a page of a kind is not read. */
export const unsupported = (what: string): Trouble => ({
  reason: 'unsupported',
  detail: `${what} cannot be read yet. What can: ${readFormats()}.`,
});

/** Ids that are the same each time that something is begun: what was done is known again. */
const idsOf = (id: string): (() => string) => {
  let nth = 0;
  return () => {
    nth += 1;
    return hash('sha256', `${id} ${nth}`, 'base64url').slice(0, 16);
  };
};

/** In whose name it is brought in, as they may do it now. */
const whose = async ({ accounts }: BringingParts, id: string): Promise<Reviewer | undefined> => {
  const account = await accounts.store.reviewerById(id);
  const mayMake = account && account.disabledAt === undefined && hasRole(account.role, 'editor');
  return mayMake ? { id: account.id, role: account.role } : undefined;
};

const fileOf = async ({ captureStore }: BringingParts, item: HeldItem): Promise<Incoming | Trouble> => {
  const { name, mediaType = '', sha256 } = item;
  const file = sha256 === undefined ? undefined : await captureStore.get(sha256);
  const format = file && readerOfFile({ name, mediaType, bytes: file });
  const own = name.split('/').at(-1) ?? name;
  return format
    ? { format, file, mediaType, name: own.slice(-300) }
    : unsupported(`A file of this kind (${own.slice(-40)})`);
};

const pageOf = async (
  { arrivals }: BringingParts,
  { name: address }: HeldItem,
  by: string,
  signal: AbortSignal,
): Promise<Incoming | Trouble> => {
  const fetched = await arrivals.fetched({ address, by, held: false }, { signal });
  if ('unreadable' in fetched) return unsupported(`What stands there (${fetched.unreadable})`);
  if (!('unfetched' in fetched)) return fetched;
  const because = fetched.unfetched;
  return { reason: 'not-fetched', detail: CAPTURE_PROBLEMS[because], because };
};

/** Makes an article of a thing, under its id. Rejects when it is called off. */
export const bringIn = async (
  parts: BringingParts,
  item: HeldItem,
  by: string,
  signal: AbortSignal,
): Promise<Ended> => {
  try {
    const reviewer = await whose(parts, by);
    if (!reviewer) return failed({ reason: 'not-allowed', detail: 'Who gave it may not make articles any more.' });
    const incoming = await (item.kind === 'file' ? fileOf(parts, item) : pageOf(parts, item, by, signal));
    if ('reason' in incoming) return failed(incoming);
    const made = { incoming, reviewer, clean: true, signal, id: item.id };
    const room = await makeArticle({ ...parts, newId: idsOf(item.id) }, made);
    if (isRefusal(room)) return failed({ reason: 'not-allowed', detail: REFUSALS[room.refused] });
    if (isFault(room)) return failed({ reason: room.fault, detail: room.message });
    return { state: 'done', title: titleOf(room.article.doc) };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Invalid)
      return failed({ reason: 'invalid', detail: error.message, ...(error.wrong && { wrong: error.wrong }) });
    parts.report(error);
    return failed({ reason: 'bug', detail: 'Something went wrong here. It has been noted.' });
  }
};
