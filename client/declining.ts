import { type Command, doing } from './commands.ts';

/** Says of the text that stands at the article's own address that it was seen and is not taken over; without a text, that the page is gone. */
export const declineVersion = (address: string, text: string, why: string): Command =>
  doing(() => [{ kind: 'article.decline', address, text, why }]);
