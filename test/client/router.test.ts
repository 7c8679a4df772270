import assert from 'node:assert/strict';
import { type Route, routeOf } from '../../client/router.ts';

const leads = (address: string, route: Route): void => {
  it(`${address} leads to ${route.screen}`, () => assert.deepEqual(routeOf(address), route));
};

describe('router', () => {
  leads('/', { screen: 'articles' });
  leads('/tokens', { screen: 'tokens' });
  leads('/account', { screen: 'account' });
  leads('/guest/s', { screen: 'link', way: 'guest', secret: 's' });
  leads('/people', { screen: 'people' });
  leads('/reset/s', { screen: 'link', way: 'reset', secret: 's' });
  leads('/search', { screen: 'search', query: '' });
  leads('/search?q=a+b&kind=claim', { screen: 'search', query: 'q=a+b&kind=claim' });
  leads('/articles/new', { screen: 'new-article' });
  leads('/articles/a-1', { screen: 'article', id: 'a-1' });
  leads('/articles/a-1?claim=c#top', { screen: 'article', id: 'a-1' });
  leads('/setup/s', { screen: 'link', way: 'setup', secret: 's' });
  leads('/join/s%2Ft', { screen: 'link', way: 'join', secret: 's/t' });
  leads('/join/%', { screen: 'link', way: 'join', secret: '%' });
  leads('/sign-in', { screen: 'sign-in', next: '/' });
  leads('/sign-in?next=%2Farticles%2Fa%3Fb', { screen: 'sign-in', next: '/articles/a?b' });
  leads('/articles', { screen: 'not-found' });
  leads('/articles/a/b', { screen: 'not-found' });

  for (const away of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)'])
    it(`after signing in nobody is led away to ${away}`, () =>
      assert.deepEqual(routeOf(`/sign-in?next=${encodeURIComponent(away)}`), { screen: 'sign-in', next: '/' }));
});
