import type { Node } from 'prosemirror-model';
import { Step } from 'prosemirror-transform';
import { type Difference, differenceOf } from '../../shared/difference/difference.ts';
import { schema } from '../../shared/schema.ts';
import { runApart } from '../run-apart.ts';
import type { DifferenceJson, ToCompare } from './compared-apart.ts';

/** Texts of more positions together are compared in a process of their own, so that nobody waits for it but who asked. */
const LARGE = 300_000;

const APART = new URL('./compared-apart.ts', import.meta.url);

/** In milliseconds and MB. */
const LIMITS = { patience: 60_000, memory: 1_000 } as const;

/** How one text becomes another; rejects when that is called off, and with `ApartFailed` when it takes more than it may. */
export const compared = async (
  old: Node,
  fresh: Node,
  how: { readonly isBare: boolean; readonly signal: AbortSignal },
): Promise<Difference> => {
  const { isBare, signal } = how;
  if (old.content.size + fresh.content.size <= LARGE) return differenceOf(old, fresh, { isBare });
  const given: ToCompare = { old: old.toJSON(), fresh: fresh.toJSON(), isBare };
  const { steps, rows } = await runApart<DifferenceJson>(APART, given, { ...LIMITS, signal });
  return { steps: steps.map((step) => Step.fromJSON(schema, step)), rows };
};
