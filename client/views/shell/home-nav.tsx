import { type Route, route } from '../../router.ts';
import { t } from '../../strings/index.ts';

const PLACES = [
  ['/', 'articles'],
  ['/queue', 'queue'],
  ['/sources', 'library'],
] as const satisfies readonly (readonly [string, Route['screen']])[];

/** The places of the desk: all articles, what one has to do, all sources. */
export const HomeNav = () => (
  <nav class="home-nav" aria-label={t('nav.label')}>
    {PLACES.map(([path, screen]) => (
      <a key={path} href={path} {...(route.value.screen === screen && { 'aria-current': 'page' })}>
        {t(`nav.${screen}`)}
      </a>
    ))}
  </nav>
);
