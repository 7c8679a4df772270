import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** What a password costs: 19 MiB, twice over, in one lane (OWASP, password storage: argon2id). */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;

const TAG_BYTES = 32;

/** So many passwords are worked on at once; the others wait, so that they do not take all threads and memory there are. */
const AT_ONCE = 2;

interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

const waiting: (() => void)[] = [];
let working = 0;

const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (working >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else working += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else working -= 1;
  }
};

const tagOf = (password: string, salt: Uint8Array, cost: Cost): Promise<Buffer> =>
  // The same characters are the same password, however a keyboard composes them (NIST SP 800-63B-4 §3.1.1.2).
  inTurn(() => derive('argon2id', { message: password.normalize('NFKC'), nonce: salt, tagLength: TAG_BYTES, ...cost }));

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '');

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

/** A password as it is kept: in the PHC string format, with a salt of its own. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16);
  const tag = await tagOf(password, salt, COST);
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(salt)}$${base64(tag)}`;
};

// Nobody's password: what is tried where there is none takes as long as where there is one.
const NOBODYS = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(new Uint8Array(16))}$${base64(new Uint8Array(TAG_BYTES))}`;

/** Whether a password is the one that is kept, and whether that one should be hashed anew: it cost another amount than is usual now. */
export const checkPassword = async (
  password: string,
  kept: string | undefined,
): Promise<{ readonly isRight: boolean; readonly isOld: boolean }> => {
  const [, memory, passes, parallelism, salt = '', tag = ''] = PHC.exec(kept ?? NOBODYS) ?? [];
  const cost: Cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const [own, known] = [await tagOf(password, Buffer.from(salt, 'base64'), cost), Buffer.from(tag, 'base64')];
  const isRight = kept !== undefined && own.length === known.length && timingSafeEqual(own, known);
  const isOld = Object.entries(COST).some(([name, value]) => cost[name as keyof Cost] !== value);
  return { isRight, isOld };
};
