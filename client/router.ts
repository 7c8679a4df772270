import { signal } from '@preact/signals';

/** What a link with a secret in it is for. */
export type Way = 'setup' | 'join' | 'reset' | 'guest';

/** The screens and what their addresses say. */
export type Route =
  | { readonly screen: 'articles' }
  | { readonly screen: 'queue' }
  | { readonly screen: 'library' }
  /** `query` as it stands in the address. */
  | { readonly screen: 'search'; readonly query: string }
  | { readonly screen: 'new-article' }
  | { readonly screen: 'batches' }
  | { readonly screen: 'batch'; readonly id: string }
  | { readonly screen: 'desk' }
  | { readonly screen: 'tokens' }
  | { readonly screen: 'account' }
  | { readonly screen: 'article'; readonly id: string }
  | { readonly screen: 'sign-in'; readonly next: string }
  | { readonly screen: 'link'; readonly way: Way; readonly secret: string }
  | { readonly screen: 'people' }
  | { readonly screen: 'not-found' };

type Found = (part: string, query: URLSearchParams) => Route;

const ROUTES: readonly (readonly [RegExp, Found])[] = [
  [/^\/$/, () => ({ screen: 'articles' })],
  [/^\/queue$/, () => ({ screen: 'queue' })],
  [/^\/sources$/, () => ({ screen: 'library' })],
  [/^\/search$/, (_, query) => ({ screen: 'search', query: query.toString() })],
  [/^\/desk$/, () => ({ screen: 'desk' })],
  [/^\/batches$/, () => ({ screen: 'batches' })],
  [/^\/batches\/([^/]+)$/, (id) => ({ screen: 'batch', id })],
  [/^\/account$/, () => ({ screen: 'account' })],
  [/^\/tokens$/, () => ({ screen: 'tokens' })],
  [/^\/articles\/new$/, () => ({ screen: 'new-article' })],
  [/^\/articles\/([^/]+)$/, (id) => ({ screen: 'article', id })],
  ...(['setup', 'join', 'reset', 'guest'] as const).map(
    (way) => [new RegExp(`^/${way}/([^/]+)$`), (secret: string) => ({ screen: 'link', way, secret }) as const] as const,
  ),
  [/^\/sign-in$/, (_, query) => ({ screen: 'sign-in', next: ownPath(query.get('next')) })],
  [/^\/people$/, () => ({ screen: 'people' })],
];

/** The route of an address; one that none answers is not found. */
export const routeOf = (address: string): Route => {
  const { pathname, searchParams } = new URL(address, 'http://touchstone');
  for (const [pattern, found] of ROUTES) {
    const part = pattern.exec(pathname);
    if (part !== null) return found(decoded(part[1] ?? ''), searchParams);
  }
  return { screen: 'not-found' };
};

/** Where to go on: a path of this site and no other, `/` when it is none. */
const ownPath = (path: string | null): string => (path !== null && /^\/(?![/\\])/.test(path) ? path : '/');

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** Where the reader is now. */
export const route = signal<Route>({ screen: 'articles' });

/** Goes to a path of the client without loading the page again; `replace` leaves no step back. */
export const navigate = (path: string, how: 'push' | 'replace' = 'push'): void => {
  if (how === 'push') history.pushState(null, '', path);
  else history.replaceState(null, '', path);
  route.value = routeOf(path);
  scrollTo(0, 0);
};

/** Keeps `route` in step with the address bar, and takes plain clicks on links of the client. */
export const followLocation = (): void => {
  const follow = (): void => {
    route.value = routeOf(location.href);
  };
  addEventListener('popstate', follow);
  document.addEventListener('click', (event) => {
    const path = ownLink(event);
    if (path === undefined) return;
    event.preventDefault();
    navigate(path);
  });
  follow();
};

/** The path of a plain click on a link to one of the screens; what the server answers itself is left to the browser. */
const ownLink = (event: MouseEvent): string | undefined => {
  if (event.defaultPrevented || event.button !== 0) return undefined;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || link.target !== '' || link.hasAttribute('download')) return undefined;
  if (link.origin !== location.origin || link.getAttribute('href')?.startsWith('#')) return undefined;
  return routeOf(link.href).screen === 'not-found' ? undefined : link.pathname + link.search + link.hash;
};
