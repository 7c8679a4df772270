import { isOfSite } from './site-names.ts';
import { single } from './titles.ts';

const SEPARATOR = /\s+[|–—\-·•»«\\>:]{1,2}\s+|\s*[|ㅣ｜]\s*|\s+--+\s*|\s*--+\s+/;

/** The parts of a page's title, which names its site, or a part of it, before or behind a sign. */
export const partsOfTitle = (title: string): readonly string[] => title.split(SEPARATOR).map(single);

/** A page's title without the names of its site, which `sites` has bare. */
export const withoutSite = (title: string, sites: ReadonlySet<string>): string => {
  const parts = title.split(SEPARATOR);
  if (parts.length < 2) return title;
  const rest = parts.filter((part) => !isOfSite(part, sites));
  if (rest.length === 0 || rest.length === parts.length) {
    // The name is not known: the headline is the longest by far, or all of it.
    const longest = parts.reduce((most, part) => (part.length > most.length ? part : most), '');
    return longest.length >= title.length * 0.6 && longest.split(' ').length >= 3 ? single(longest) : title;
  }
  const [first = '', last = ''] = [rest[0], rest.at(-1)];
  return single(title.slice(title.indexOf(first), title.lastIndexOf(last) + last.length));
};
