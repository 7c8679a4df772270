import { attribute, elementsOf, type TreeNode, textIn } from './tree.ts';

type Thing = Readonly<Record<string, unknown>>;

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Things that are articles, of schema.org; a page may say of itself no more than that it is one. */
const ARTICLE =
  /^(?:https?:\/\/schema\.org\/)?(?:\w*Article|\w*BlogPosting|\w*NewsArticle|Report|Review|ClaimReview|WebPage|MedicalWebPage|DiscussionForumPosting|SocialMediaPosting|Recipe|HowTo|FAQPage)$/;

const typesOf = (thing: Thing): readonly string[] =>
  [thing['@type'] ?? []].flat().filter((type) => typeof type === 'string');

const MOST = 2_000;

/** All things in a value of JSON-LD, the outermost first. */
const thingsIn = (value: unknown): readonly Thing[] => {
  const things: Thing[] = [];
  const waiting: unknown[] = [value];
  for (let at = 0; at < waiting.length && at < MOST; at += 1) {
    const each = waiting[at];
    if (Array.isArray(each)) waiting.push(...each.slice(0, MOST));
    else if (isThing(each)) {
      things.push(each);
      waiting.push(...Object.values(each).filter((inner) => typeof inner === 'object'));
    }
  }
  return things;
};

// Pages write JSON with raw line ends in strings, in comments, and with commas too many.
const parsed = (text: string): unknown => {
  const bare = text
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\]\]>)\s*;?\s*$/, '');
  for (const attempt of [
    bare,
    bare.replaceAll(/\p{Cc}+/gu, ' '),
    bare.replaceAll(/\p{Cc}+/gu, ' ').replaceAll(/,\s*([}\]])/g, '$1'),
  ]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // the next attempt may read it
    }
  }
  return undefined;
};

/** What a page says of its article in JSON-LD (schema.org), the likeliest thing first. */
export const articlesIn = (root: TreeNode): readonly Thing[] => {
  const things: Thing[] = [];
  for (const element of elementsOf(root)) {
    if (element.tagName !== 'script' || !/^application\/ld\+json\b/i.test(attribute(element, 'type').trim())) continue;
    things.push(...thingsIn(parsed(textIn(element))));
  }
  const articles = things.filter((thing) => typesOf(thing).some((type) => ARTICLE.test(type)));
  const isPage = (thing: Thing): number => (typesOf(thing).every((type) => /WebPage$/.test(type)) ? 1 : 0);
  return articles.toSorted((one, other) => isPage(one) - isPage(other));
};

/** A text that a thing says under a name, if it says one. */
export const saidIn = (thing: Thing, name: string): string => {
  const value = Object.hasOwn(thing, name) ? thing[name] : undefined;
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first.trim() : '';
};

/** The names of the people or organisations that a thing says under a name. */
export const namesIn = (thing: Thing, name: string): readonly string[] => {
  const value = Object.hasOwn(thing, name) ? thing[name] : undefined;
  return [value ?? []]
    .flat(2)
    .map((each) => (typeof each === 'string' ? each : isThing(each) ? saidIn(each, 'name') : ''))
    .map((each) => each.replaceAll(/\s+/g, ' ').trim())
    .filter((each) => each !== '' && !/^https?:/.test(each));
};

/** The meta elements of a page: what it says by name or property, the first of each; names in lower case. */
export const metaOf = (root: TreeNode): ReadonlyMap<string, string> => {
  const said = new Map<string, string>();
  for (const element of elementsOf(root)) {
    if (element.tagName !== 'meta') continue;
    const content = attribute(element, 'content').trim();
    if (content === '') continue;
    for (const key of ['property', 'name', 'itemprop', 'http-equiv'] as const)
      for (const name of attribute(element, key).toLowerCase().split(/\s+/))
        if (name !== '' && !said.has(name)) said.set(name, content);
  }
  return said;
};
