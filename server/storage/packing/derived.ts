import { sha256 } from '../../digest.ts';
import type { StoredEntry } from '../log-store.ts';

/** What the body of an entry says where it is sealed as `docs/protocol.md` has it. */
export interface Sealed {
  readonly hash: string;
  /** What the hash is of: the body without it. */
  readonly unsealed: string;
  /** The parts of the operation, as they took effect. */
  readonly parts: string;
}

const BODY =
  /^(\{"at":"[^"]*","dropped":.*?,)"hash":"([^"]*)",("opId":"[^"]*","parts":(\[.*\]),"previous":"[^"]*",.*\})$/s;

/** Looks into a body; it may be any text, and then this is nothing. */
export const sealedIn = (body: string): Sealed | undefined => {
  const [, start = '', hash = '', end = '', parts = ''] = BODY.exec(body) ?? [];
  return parts === '' ? undefined : { hash, unsealed: start + end, parts };
};

/** The hash that the rest of a body has. */
export const hashOf = ({ unsealed }: Sealed): string => sha256(unsealed);

/** A body with a hash put where it says another. */
export const withHash = (body: string, said: string, hash: string): string =>
  body.replace(`,"hash":"${said}",`, `,"hash":"${hash}",`);

/** So far before its entry an operation is looked for. */
const FARTHEST = 8;

const OPENINGS = ['{', '{"atomic":true,'] as const;

/** The hash of the operation that became an entry, if nothing of it was moved or dropped, and it was made in one of the ways that are numbered. */
export const operationHash = (
  { version, opId }: Pick<StoredEntry, 'version' | 'opId'>,
  { parts }: Sealed,
  way: number,
): string => {
  const base = version - 1 - Math.floor(way / OPENINGS.length);
  return sha256(`${OPENINGS[way % OPENINGS.length]}"base":${base},"opId":${JSON.stringify(opId)},"parts":${parts}}`);
};

/** The way in which the operation of an entry was made, where its hash follows from the entry. */
export const wayOfOperation = (entry: StoredEntry, sealed: Sealed | undefined): number | undefined => {
  if (!sealed) return undefined;
  for (let way = 0; way < Math.min(FARTHEST, entry.version) * OPENINGS.length; way += 1) {
    if (operationHash(entry, sealed, way) === entry.opHash) return way;
  }
  return undefined;
};
