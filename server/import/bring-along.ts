import { canonicalJson } from '../../shared/canonical.ts';
import { OPERATION_CAPS, type Operation } from '../../shared/operation.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { type Fault, isFault } from '../../shared/protocol.ts';
import type { Reviewer } from '../../shared/roles.ts';
import type { Room } from '../room.ts';

/** Half of what an operation may hold, so that what is around its parts has room. */
const MOST = { bytes: OPERATION_CAPS.bytes / 2, parts: OPERATION_CAPS.parts } as const;

/** Parts in as few operations as hold them, what belongs together in one after the other. */
const inOperations = (all: readonly (readonly AnyPart[])[]): readonly (readonly AnyPart[])[] => {
  const operations: AnyPart[][] = [];
  let bytes = 0;
  for (const part of all.flat()) {
    const size = Buffer.byteLength(canonicalJson(part));
    const last = operations.at(-1);
    if (!last || last.length >= MOST.parts || bytes + size > MOST.bytes) {
      operations.push([part]);
      bytes = size;
    } else {
      last.push(part);
      bytes += size;
    }
  }
  return operations;
};

/**
 * Does in a room what a file brought along, as operations of who brought it in (T6); resolves when all of it is durable with how many
 * parts took no effect after all, or with why it is not.
 */
export const bringAlong = async (
  room: Room,
  reviewer: Reviewer,
  parts: readonly (readonly AnyPart[])[],
  newId: () => string,
): Promise<Fault | { readonly dropped: number }> => {
  let dropped = 0;
  for (const each of inOperations(parts)) {
    const operation: Operation = { opId: newId(), base: room.article.version, parts: each };
    const answer = await room.perform(reviewer, operation);
    if (isFault(answer)) return answer;
    dropped += answer.dropped.length;
  }
  return { dropped };
};
