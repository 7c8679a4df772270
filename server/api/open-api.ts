import { readFile } from 'node:fs/promises';
import { ok, type Route } from './route.ts';

const FILE = new URL('../../docs/api/openapi.json', import.meta.url);

const describe: Route = {
  method: 'get',
  path: '/api/openapi.json',
  needs: 'nobody',
  answer: async () => ok(JSON.parse(await readFile(FILE, 'utf8'))),
};

/** The description of these routes, for programs that write clients (OpenAPI 3.1). */
export const openApiRoutes: readonly Route[] = [describe];
