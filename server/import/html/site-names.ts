import { bare } from './sights.ts';
import { decoded, single } from './titles.ts';
import { attribute, elementsOf, type TreeNode, textIn } from './tree.ts';

const HOME = /^(?:\.?\/|\/?(?:index|default)\.\w{2,5}|\/[a-z]{2}\/?)$/i;
const LONGEST = 60;

/** Whether a link leads to the front page of its own site; an address in full only where the site's own is known. */
const leadsHome = (href: string, address: string): boolean => {
  const trimmed = href.trim().replace(/[?#].*$/, '');
  if (!/^(?:https?:)?\/\//i.test(trimmed)) return HOME.test(trimmed);
  if (!URL.canParse(trimmed, address || undefined) || !URL.canParse(address)) return false;
  const { host, pathname } = new URL(trimmed, address);
  return host === new URL(address).host && HOME.test(pathname);
};

/** What a page calls what leads to the front page: words, or what stands for its picture. */
const homeNames = (root: TreeNode, address: string): readonly string[] => {
  const names: string[] = [];
  for (const element of elementsOf(root)) {
    if (element.tagName !== 'a' || !leadsHome(attribute(element, 'href'), address)) continue;
    const pictures = [...elementsOf(element)].filter(({ tagName }) => tagName === 'img');
    names.push(textIn(element), ...pictures.map((picture) => attribute(picture, 'alt')), attribute(element, 'title'));
  }
  return names;
};

/**
 * The names that a page's site goes by: those that it says (`said`), and what it calls its program and the way to its front page, unless
 * this is what it calls itself (`titles`): many a page says it of everything.
 */
export const siteNames = (
  root: TreeNode,
  { address, application = '' }: { readonly address: string; readonly application?: string | undefined },
  said: readonly (string | undefined)[],
  titles: readonly string[],
): readonly string[] => {
  const own = new Set(titles.map(bare));
  const home = [application, ...homeNames(root, address)].filter((name) => !own.has(bare(name)));
  const names = [...said, ...home].map((name) => single(decoded(name ?? '')));
  return [...new Set(names)].filter((name) => name.length <= LONGEST && bare(name).length > 1);
};

const DOMAIN = /^(?:https?:\/\/)?(?:[\p{L}\d-]+\.)+\p{Ll}{2,}$/u;

/** Whether a text is a name of the site (`sites` has these bare), or an address as sites call themselves by. */
export const isOfSite = (text: string, sites: ReadonlySet<string>): boolean =>
  sites.has(bare(text)) || DOMAIN.test(single(text));
