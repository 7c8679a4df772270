import { useEffect } from 'preact/hooks';
import { loadAccount, presence } from '../../account.ts';
import { followNotices } from '../../notices.ts';
import { navigate, type Route, route } from '../../router.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { later, noMore } from './later.tsx';
import { NotFound } from './not-found.tsx';
import { Toasts } from './toasts.tsx';
import { Waiting } from './waiting.tsx';

const Articles = later(async () => (await import('./articles.tsx')).Articles, Waiting, noMore);
const Link = later(async () => (await import('./link.tsx')).Link, Waiting);
const Accounts = later(async () => (await import('./accounts.tsx')).Accounts, Waiting);
const SignIn = later(async () => (await import('./sign-in.tsx')).SignIn, Waiting);
const NewArticle = later(async () => (await import('./new-article.tsx')).NewArticle, Waiting);
const Batches = later(async () => (await import('./batches.tsx')).Batches, Waiting);
const BatchPage = later(async () => (await import('./batch.tsx')).BatchPage, Waiting);
const Queue = later(async () => (await import('./queue.tsx')).Queue, Waiting);
const Library = later(async () => (await import('./library.tsx')).Library, Waiting);
const Search = later(async () => (await import('./search.tsx')).Search, Waiting);
const Desk = later(async () => (await import('./desk.tsx')).Desk, Waiting);
const Workspace = later(async () => (await import('../workspace/workspace.tsx')).Workspace, Waiting, noMore);

/** The client: the screen of the address, and what lies above every screen. */
export const App = () => {
  const { screen } = route.value;
  useEffect(() => {
    // A screen that puts the focus nowhere itself begins at its content.
    if (document.activeElement === document.body) document.getElementById('content')?.focus({ preventScroll: true });
  }, [screen]);
  return (
    <>
      <ErrorBoundary key={screen}>
        <Screen route={route.value} />
      </ErrorBoundary>
      <Toasts />
    </>
  );
};

const Screen = ({ route }: { readonly route: Route }) => {
  switch (route.screen) {
    case 'link':
      return <Link way={route.way} secret={route.secret} />;
    case 'sign-in':
      return <SignIn next={route.next} />;
    case 'not-found':
      return <NotFound />;
    case 'articles':
    case 'queue':
    case 'library':
    case 'search':
    case 'new-article':
    case 'batches':
    case 'batch':
    case 'desk':
    case 'tokens':
    case 'account':
    case 'people':
    case 'article':
      return <SignedIn route={route} />;
  }
};

type Inner = Exclude<Route, { readonly screen: 'link' | 'sign-in' | 'not-found' }>;

/** The screens for which one must be signed in. */
const SignedIn = ({ route }: { readonly route: Inner }) => {
  const { state } = presence.value;
  const own = presence.value.state === 'signed-in' ? presence.value.account.article : undefined;
  // A guest is at their article, whatever the address says.
  const isElsewhere = own !== undefined && !(route.screen === 'article' && route.id === own);
  useEffect(() => {
    if (state === 'asking') void loadAccount();
    if (state === 'asking' && route.screen === 'articles') void Articles.fetch().catch(() => {}); // it says so when it is drawn
    if (state === 'signed-out')
      navigate(`/sign-in?next=${encodeURIComponent(location.pathname + location.search + location.hash)}`, 'replace');
  }, [state]);
  useEffect(() => {
    if (isElsewhere) navigate(`/articles/${own}`, 'replace');
  }, [isElsewhere]);
  const isHere = state === 'signed-in' && !isElsewhere;
  // Here and not at the bell, which is drawn anew with each thing a screen waits for.
  useEffect(() => (isHere ? followNotices() : undefined), [isHere]);
  if (!isHere) return <Waiting failed={state === 'unknown'} onRetry={() => void loadAccount()} />;
  switch (route.screen) {
    case 'articles':
      return <Articles />;
    case 'queue':
      return <Queue />;
    case 'library':
      return <Library />;
    case 'search':
      return <Search query={route.query} />;
    case 'new-article':
      return <NewArticle />;
    case 'batches':
      return <Batches />;
    case 'batch':
      return <BatchPage key={route.id} id={route.id} />;
    case 'desk':
      return <Desk />;
    case 'tokens':
    case 'account':
    case 'people':
      return <Accounts screen={route.screen} />;
    case 'article':
      return <Workspace key={route.id} id={route.id} />;
  }
};
