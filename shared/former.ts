import type { Article } from './article.ts';
import type { Mention } from './thread.ts';

/** What everyone is called who was deleted. */
export const FORMER_NAME = 'A former member';

/** Words with the names that stand in them. */
interface Naming {
  readonly text: string;
  readonly mentions: readonly Mention[];
}

/**
 * Words in which those who were deleted are not named any more: where one stood, it says what all of them are called. In the log, which is
 * sealed, the words are as they were written (decision 71).
 */
export const withoutFormer = <T extends Naming>(said: T, isFormer: (reviewer: string) => boolean): T => {
  if (!said.mentions.some(({ reviewer }) => isFormer(reviewer))) return said;
  let [text, at] = ['', 0];
  const mentions = said.mentions.map(({ reviewer, from, to }) => {
    text += said.text.slice(at, from);
    const start = text.length;
    text += isFormer(reviewer) ? `@${FORMER_NAME}` : said.text.slice(from, to);
    at = to;
    return { reviewer, from: start, to: text.length };
  });
  return { ...said, text: text + said.text.slice(at), mentions };
};

/** An article in whose messages those who were deleted are not named any more. */
export const articleWithoutFormer = (article: Article, isFormer: (reviewer: string) => boolean): Article => {
  const threads = new Map(
    [...article.threads].map(([id, thread]) => {
      const messages = thread.messages.map((message) => withoutFormer(message, isFormer));
      const isSame = messages.every((message, index) => message === thread.messages[index]);
      return [id, isSame ? thread : { ...thread, messages }] as const;
    }),
  );
  return [...threads].every(([id, thread]) => article.threads.get(id) === thread) ? article : { ...article, threads };
};
