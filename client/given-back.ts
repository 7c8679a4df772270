import { ReplaceAroundStep, ReplaceStep, type Step } from 'prosemirror-transform';
import type { AnyPart } from '../shared/operations/index.ts';
import type { TextPart } from '../shared/operations/text.ts';
import { readable, tokens } from '../shared/text.ts';
import type { GivenBack } from './session.ts';
import { t } from './strings/index.ts';

/** What a part is told as: its kind; a change of a rationale, which is text too, by its own name. */
export type Named = AnyPart['kind'] | 'rationale';

export const namedAs = (part: AnyPart): Named =>
  part.kind === 'text' && part.target !== 'body' ? 'rationale' : part.kind;

/** One thing that could not be merged, for its author to see and to copy. */
export interface Returned {
  readonly id: string;
  readonly kind: Named;
  /** Why, as a sentence. */
  readonly why: string;
  /** The words in it; empty when it had none. */
  readonly text: string;
}

const wordsOfStep = (step: Step): string => {
  if (!(step instanceof ReplaceStep || step instanceof ReplaceAroundStep)) return '';
  const { content } = step.slice;
  return readable(tokens(content, 0, content.size));
};

/** What was typed, with the spaces around it; the words of each of the steps that are named, or of all, on a line. */
export const typedWords = ({ steps }: TextPart, named?: readonly number[]): string =>
  steps
    .filter((_, index) => named?.includes(index) ?? true)
    .map(wordsOfStep)
    .filter((words) => words !== '')
    .join('\n');

const textIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textIn);
};

/** The words that a part would have brought: typed text, or what was filled in. */
export const wordsOfPart = (part: AnyPart, steps: readonly number[] | undefined): string => {
  switch (part.kind) {
    case 'text':
      return typedWords(part, steps).trim();
    case 'claim.mark':
    case 'claim.reanchor':
    case 'claim.adjust':
    case 'aside.set':
      return part.quote.exact;
    case 'verdict.give':
      return part.rationale ?? '';
    case 'thread.open':
    case 'thread.reply':
    case 'thread.revise':
      return part.text;
    case 'correction.suggest':
      return [`${part.quote.exact} → ${part.to}`, part.why].filter(Boolean).join('\n');
    case 'correction.decline':
      return part.reason;
    case 'outcome.decide':
      return part.rationale;
    case 'work.move':
      return part.reason ?? '';
    default:
      return 'fields' in part ? textIn(part.fields).join('\n') : '';
  }
};

/** What was given back, one by one. */
export const returned = ({ opId, parts, dropped }: GivenBack): readonly Returned[] =>
  dropped.flatMap(({ part, reason, steps }) => {
    const lost = parts[part];
    if (!lost) return [];
    return [
      { id: `${opId}.${part}`, kind: namedAs(lost), why: t(`refusal.${reason}`), text: wordsOfPart(lost, steps) },
    ];
  });

/** All of an operation as it was given back, for one and the same reason. */
export const returnedWhole = ({ opId, parts }: Omit<GivenBack, 'dropped'>, why: string): readonly Returned[] =>
  parts.map((part, index) => ({ id: `${opId}.${index}`, kind: part.kind, why, text: wordsOfPart(part, undefined) }));
