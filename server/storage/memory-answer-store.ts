import type { AnswerStore, StoredAnswer } from './answer-store.ts';
import type { ForgettingPeople } from './memory-forgetting.ts';

const newestFirst = (one: StoredAnswer, other: StoredAnswer): number =>
  `${one.at} ${one.key}` < `${other.at} ${other.key}` ? 1 : -1;

/** Answers that last as long as the process. */
export const memoryAnswerStore = (): AnswerStore & ForgettingPeople => {
  let answers: readonly StoredAnswer[] = [];
  return {
    forgetReviewer: ({ id }, { name, email }) => {
      const isNaming = (body: string): boolean => [name, email].some((words) => body.includes(JSON.stringify(words)));
      answers = answers.filter(({ reviewer, body }) => reviewer !== id && !isNaming(body));
    },
    find: async (reviewer, key) => answers.find((each) => each.reviewer === reviewer && each.key === key),
    keep: async (answer, since, most) => {
      const others = answers.filter(
        ({ reviewer, key, at }) => at >= since && (reviewer !== answer.reviewer || key !== answer.key),
      );
      const own = [answer, ...others.filter(({ reviewer }) => reviewer === answer.reviewer)].sort(newestFirst);
      answers = [...others.filter(({ reviewer }) => reviewer !== answer.reviewer), ...own.slice(0, most)];
    },
  };
};
