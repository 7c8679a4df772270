import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Problem } from '../../api.ts';

/** How long it is waited for more to be typed, in milliseconds. */
const PAUSE = 200;

/** What was found, and for what. */
export interface Found<Sought, Value> {
  readonly sought: Sought;
  readonly value: Value;
}

/**
 * What is found for what is sought, kept in sight until there is something else; an answer that came too late is left out. `load` asks again,
 * `more` has what was found replaced by what it is with the next page.
 */
export const useFound = <Sought, Value>(
  sought: Sought,
  find: (sought: Sought) => Promise<Answer<Value>>,
  isNothing = false,
) => {
  const [found, setFound] = useState<Found<Sought, Value>>();
  const [problem, setProblem] = useState<Problem>();
  const latest = useRef(sought);
  latest.current = sought;
  const take = async (asking: Promise<Answer<Value>>): Promise<void> => {
    const answer = await asking;
    if (latest.current !== sought) return;
    setProblem('problem' in answer ? answer.problem : undefined);
    if ('value' in answer) setFound({ sought, value: answer.value });
  };
  const load = (): Promise<void> => take(find(sought));
  const more = async (next: (value: Value) => Promise<Answer<Value>>): Promise<void> => {
    if (found?.sought === sought) await take(next(found.value));
  };
  useEffect(() => {
    setProblem(undefined);
    if (isNothing) {
      setFound(undefined);
      return undefined;
    }
    const timer = setTimeout(() => void load(), found ? PAUSE : 0);
    return () => clearTimeout(timer);
  }, [sought]);
  return { found, problem, load, more };
};
