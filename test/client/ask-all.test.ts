import assert from 'node:assert/strict';
import { askAll } from '../../client/ask-all.ts';
import { startSite } from '../support/a-site.ts';

describe('a list that comes in pages', () => {
  it('is had whole, and with what stands beside it on the first page', async () => {
    const site = await startSite((request, response) => {
      const page = Number(new URL(request.url ?? '', 'http://x').searchParams.get('after') ?? 1);
      response.setHeader('Content-Type', 'application/json');
      if (page < 3) response.setHeader('Link', `<${site.url}/list?after=${page + 1}>; rel="next"`);
      response.end(JSON.stringify({ things: [page], beside: page }));
    });
    try {
      const answer = await askAll<{ readonly things: readonly number[] }>(`${site.url}/list`, 'things');
      assert.deepEqual(answer, { value: { things: [1, 2, 3], beside: 1 } });
    } finally {
      await site.close();
    }
  });

  it('is not had in part', async () => {
    const site = await startSite((request, response) => {
      if (request.url !== '/list') response.statusCode = 403;
      response.setHeader('Link', `<${site.url}/list?after=2>; rel="next"`);
      response.end('{"things":[1]}');
    });
    try {
      assert.ok('problem' in (await askAll<{ readonly things: readonly number[] }>(`${site.url}/list`, 'things')));
    } finally {
      await site.close();
    }
  });
});
