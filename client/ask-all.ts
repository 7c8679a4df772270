import { type Answer, ask } from './api.ts';

/** The address of the page after one. */
const nextIn = (headers: Headers): string | undefined => /<(.+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];

/** A list that comes in pages, whole: what `ask` answers to its first page, with the things of the others in the list of this name. */
export const askAll = async <T extends object>(path: string, list: keyof T): Promise<Answer<T>> => {
  let next: string | undefined;
  const page = (at: string): Promise<Answer<T>> =>
    ask('GET', at, undefined, (headers) => {
      next = nextIn(headers);
    });
  const first = await page(path);
  if (!('value' in first)) return first;
  const all = [...(first.value[list] as readonly unknown[])];
  while (next !== undefined) {
    const more = await page(next);
    if (!('value' in more)) return more;
    for (const each of more.value[list] as readonly unknown[]) all.push(each);
  }
  return { value: { ...first.value, [list]: all } };
};
