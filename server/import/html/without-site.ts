import { bare } from './sights.ts';
import { isOfSite } from './site-names.ts';
import { single } from './titles.ts';

const SEPARATOR = /\s+[|–—\-·•»«\\>:]{1,2}\s+|\s*[|ㅣ｜]\s*|\s+--+\s*|\s*--+\s+/;

/** A sign that stands before what is taken away. */
const SIGN = /[\s|ㅣ｜–—\-·•»«\\>:]+$/u;

/** The parts of a page's title, which names its site, or a part of it, before or behind a sign. */
export const partsOfTitle = (title: string): readonly string[] => title.split(SEPARATOR).map(single);

/** A dash with no space around it parts a section only where no word is written with one: in letters without case, as those of Korean are. */
const GLUED = /^(.*\S)[-–—](\p{Lo}+)$/u;

/** A title without the name of its section behind it, with a sign between them or a dash alone; `sections` has those that the page says, bare. */
export const withoutSection = (title: string, sections: ReadonlySet<string>): string => {
  const parts = title.split(SEPARATOR);
  const last = parts.at(-1) ?? '';
  if (parts.length > 1 && sections.has(bare(last)))
    return single(title.slice(0, title.lastIndexOf(last))).replace(SIGN, '');
  const [, rest = '', behind = ''] = GLUED.exec(title) ?? [];
  return rest !== '' && sections.has(bare(behind)) ? rest : title;
};

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
