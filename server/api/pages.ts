import { join } from 'node:path';
import express, { type Express, type Response } from 'express';

/** The addresses of the client: what stands there, it finds out itself. */
export const PAGES = [
  '/',
  '/queue',
  '/sources',
  '/search',
  '/desk',
  '/tokens',
  '/account',
  '/articles/new',
  '/articles/:id',
  '/batches',
  '/batches/:id',
  '/sign-in',
  '/people',
  '/reset/:secret',
  '/guest/:secret',
  '/setup/:secret',
  '/join/:secret',
] as const;

const YEAR = 31_536_000;

const NOT_BUILT = 'The pages have not been built yet. Run "npm run build", then load this again.\n';

/** Serves the built client, also where nothing is. What is named by its hash is kept by browsers for ever, the page itself never. */
export const servePages = (app: Express, clientFolder: string): void => {
  const page = (response: Response, next: (error?: unknown) => void, status = 200): void => {
    response.status(status).set('Cache-Control', 'no-cache');
    response.sendFile('index.html', { root: clientFolder, cacheControl: false }, (error) => {
      if (!error) return;
      if ('code' in error && error.code === 'ENOENT') response.status(503).type('text/plain').send(NOT_BUILT);
      else next(error);
    });
  };
  for (const path of PAGES) app.get(path, (_request, response, next) => page(response, next));
  const assets = { index: false, redirect: false, fallthrough: true } as const;
  app.use(
    '/assets',
    express.static(join(clientFolder, 'assets'), { ...assets, immutable: true, maxAge: YEAR * 1_000 }),
  );
  app.use(express.static(clientFolder, { ...assets, maxAge: 0, dotfiles: 'ignore' }));
  // Who comes with a browser to an address that is none reads so in the client's words, and finds the way on.
  app.use((request, response, next) => {
    const isReader = request.method === 'GET' && request.accepts('json', 'html') === 'html';
    if (isReader && !/^\/(api|assets)(\/|$)/.test(request.path)) page(response, next, 404);
    else next();
  });
};
