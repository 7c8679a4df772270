import { type Inputs, useEffect, useState } from 'preact/hooks';
import type { Answer, Problem } from '../../api.ts';
import { inOrder } from '../../in-order.ts';

/** What is asked for when a view is shown and when `inputs` change, and again by `load`; what is known stays in sight until there is something newer. */
export const useLoaded = <Value>(find: () => Promise<Answer<Value>>, inputs: Inputs = []) => {
  const [value, setValue] = useState<Value>();
  const [problem, setProblem] = useState<Problem>();
  const [answers] = useState(inOrder);
  const load = (): Promise<void> =>
    answers.take(find(), (answer) => {
      if ('value' in answer) setValue(answer.value);
      setProblem('problem' in answer ? answer.problem : undefined);
    });
  useEffect(() => void load(), inputs);
  return { value, problem, load };
};
