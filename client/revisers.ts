import type { Entry } from '../shared/log.ts';
import type { AnyPart } from '../shared/operations/index.ts';
import type { Session } from './session.ts';

/** The fields that a part changes, each with its record. */
const revisedBy = (part: AnyPart): readonly string[] => {
  if (part.kind !== 'claim.revise' && part.kind !== 'evidence.revise') return [];
  const record = part.kind === 'claim.revise' ? part.claim : part.evidence;
  return Object.keys(part.fields).map((field) => `${record} ${field}`);
};

/** Who changed which field of a record last, since the page was opened. */
export class Revisers {
  readonly #last = new Map<string, string>();

  entered({ parts, reviewer }: Entry): void {
    for (const field of parts.flatMap(revisedBy)) this.#last.set(field, reviewer);
  }

  /** Who made a field what it is in the visible article; nothing when nobody changed it since the page was opened. */
  of({ pending, reviewer }: Session, record: string, field: string): string | undefined {
    const name = `${record} ${field}`;
    const isOwn = pending.some(({ parts }) => parts.flatMap(revisedBy).includes(name));
    return isOwn ? reviewer : this.#last.get(name);
  }
}
