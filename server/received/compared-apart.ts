import { Node } from 'prosemirror-model';
import { type Difference, differenceOf } from '../../shared/difference/difference.ts';
import { schema } from '../../shared/schema.ts';
import { answerApart } from '../run-apart.ts';

/** Two texts, as ProseMirror writes them. */
export interface ToCompare {
  readonly old: unknown;
  readonly fresh: unknown;
  readonly isBare: boolean;
}

/** A difference with its steps as ProseMirror writes them. */
export interface DifferenceJson extends Pick<Difference, 'rows'> {
  readonly steps: readonly unknown[];
}

answerApart(({ old, fresh, isBare }: ToCompare): DifferenceJson => {
  const [one, other] = [Node.fromJSON(schema, old), Node.fromJSON(schema, fresh)];
  const { steps, rows } = differenceOf(one, other, { isBare });
  return { steps: steps.map((step) => step.toJSON()), rows };
});
