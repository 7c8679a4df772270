import { navigate, type Route, route } from '../../router.ts';
import { t } from '../../strings/index.ts';
import { useKey } from './use-key.ts';

const PLACES = [
  ['/', 'articles'],
  ['/queue', 'queue'],
  ['/sources', 'library'],
  ['/search', 'search'],
] as const satisfies readonly (readonly [string, Route['screen']])[];

/** What is on the page that words can be looked for in; else the page that looks everywhere. */
const seek = (): void => {
  const box = document.querySelector<HTMLElement>('[aria-keyshortcuts="/"]');
  if (box) box.focus();
  else navigate('/search');
};

/** The places of the desk: all articles, what one has to do, all sources, and search. */
export const HomeNav = () => {
  useKey('/', seek);
  return (
    <nav class="home-nav" aria-label={t('app.name')}>
      {PLACES.map(([path, screen]) => (
        <a key={path} href={path} {...(route.value.screen === screen && { 'aria-current': 'page' })}>
          {t(`nav.${screen}`)}
        </a>
      ))}
    </nav>
  );
};
