import { type AnyPart, kindOf, parsePart } from './operations/index.ts';
import { flag, Invalid, identifier, integer, list, optional, type Parse, record } from './parsing.ts';

/** What a reviewer did, as it goes over the wire: parts in order, made in the article as it was at version `base`. */
export interface Operation {
  /** Chosen by the sender, once for each operation: however often it is sent, it is logged once (T2). */
  readonly opId: string;
  readonly base: number;
  readonly parts: readonly AnyPart[];
  /** All parts take effect, or none. */
  readonly atomic?: true;
}

/** At most so many bytes an operation as JSON, and parts. */
export const OPERATION_CAPS = { bytes: 256_000, parts: 200 } as const;

const parseSent: Parse<AnyPart> = (value, where) => {
  const part = parsePart(value, where);
  if (kindOf(part).isServers) throw new Invalid(`${where}.kind`, `${part.kind} is done by a request of its own`);
  return part;
};

/** Reads an operation from outside. */
export const parseOperation: Parse<Operation> = (value, where) => {
  const fields = record(value, where);
  const atomic = optional(flag)(fields.atomic, `${where}.atomic`);
  return {
    opId: identifier(fields.opId, `${where}.opId`),
    base: integer(0)(fields.base, `${where}.base`),
    parts: list(parseSent, OPERATION_CAPS.parts)(fields.parts, `${where}.parts`),
    ...(atomic && { atomic }),
  };
};
