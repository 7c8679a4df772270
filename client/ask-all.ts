import { type Answer, ask } from './api.ts';

/** The address of the page after one. */
const nextIn = (headers: Headers): string | undefined => /<(.+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];

/** One page of a list, and the address of the next; the first is at `path`. */
export const askPage = async <T extends object>(
  path: string,
): Promise<Answer<{ readonly page: T; readonly next: string | undefined }>> => {
  let next: string | undefined;
  const heard = (headers: Headers): void => {
    next = nextIn(headers);
  };
  const answer = await ask<T>('GET', path, undefined, { heard });
  return 'value' in answer ? { value: { page: answer.value, next } } : answer;
};

/** A list that comes in pages, whole: what `ask` answers to its first page, with the things of the others in the list of this name. */
export const askAll = async <T extends object>(path: string, list: keyof T): Promise<Answer<T>> => {
  const first = await askPage<T>(path);
  if (!('value' in first)) return first;
  const all = [...(first.value.page[list] as readonly unknown[])];
  for (let { next } = first.value; next !== undefined; ) {
    const more = await askPage<T>(next);
    if (!('value' in more)) return more;
    for (const each of more.value.page[list] as readonly unknown[]) all.push(each);
    next = more.value.next;
  }
  return { value: { ...first.value.page, [list]: all } };
};
