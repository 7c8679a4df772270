import { useEffect } from 'preact/hooks';
import { loadAccount, presence } from '../../account.ts';
import { navigate, type Route, route } from '../../router.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { later, Waiting } from './later.tsx';
import { NotFound } from './not-found.tsx';
import { Toasts } from './toasts.tsx';

const Workspace = later(async () => (await import('../workspace/workspace.tsx')).Workspace);

/** The client: the screen of the address, and what lies above every screen. */
export const App = () => (
  <>
    <ErrorBoundary key={location.pathname}>
      <Screen route={route.value} />
    </ErrorBoundary>
    <Toasts />
  </>
);

const Screen = ({ route }: { readonly route: Route }) => {
  switch (route.screen) {
    case 'set-up':
    case 'join':
    case 'sign-in':
    case 'not-found':
      return <NotFound />;
    case 'articles':
    case 'new-article':
    case 'article':
      return <SignedIn route={route} />;
  }
};

type Inner = Extract<Route, { readonly screen: 'articles' | 'new-article' | 'article' }>;

/** The screens for which one must be signed in. */
const SignedIn = ({ route }: { readonly route: Inner }) => {
  const { state } = presence.value;
  useEffect(() => {
    if (state === 'signed-out') navigate(`/sign-in?next=${encodeURIComponent(location.pathname)}`, 'replace');
  }, [state]);
  if (state !== 'signed-in') return <Waiting failed={state === 'unknown'} onRetry={() => void loadAccount()} />;
  switch (route.screen) {
    case 'articles':
    case 'new-article':
      return <NotFound />;
    case 'article':
      return <Workspace key={route.id} id={route.id} />;
  }
};
