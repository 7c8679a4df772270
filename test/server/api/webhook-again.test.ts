import assert from 'node:assert/strict';
import { memoryStores } from '../../../server/storage/memory.ts';
import { startServer } from './a-server.ts';

describe('a message to a webhook', () => {
  it('is sent again by hand, the same message, though it was taken or given up', async () => {
    const stores = memoryStores();
    const server = await startServer({ stores, clock: { now: () => '2026-03-01T12:00:00.000Z' } });
    try {
      const ada = await server.add('admin', 'ada');
      const json = { url: 'https://nowhere.invalid/hook' };
      const { id } = (await server.ask('POST', '/api/webhooks', { by: ada, json })).json;
      const path = `/api/webhooks/${id}/deliveries`;
      const sent = { webhook: id, createdAt: '2026-03-01T11:00:00.000Z', body: '{"type":"test"}' };
      await stores.webhooks.addDelivery({ ...sent, id: 'd1', attempts: 7, outcome: '500' });
      await stores.webhooks.addDelivery({ ...sent, id: 'd2', attempts: 1, outcome: '204', takenAt: sent.createdAt });
      for (const delivery of ['d1', 'd2']) {
        const { status, json: again } = await server.ask('POST', `${path}/${delivery}`, { by: ada });
        assert.equal(status, 202);
        assert.deepEqual([again.id, again.type, again.attempts, again.takenAt], [delivery, 'test', 0, null]);
        assert.equal(again.nextAt, server.parts.clock.now());
      }
      const kept = await stores.webhooks.deliveries(id, 9);
      assert.deepEqual(new Set(kept.map(({ body }) => body)), new Set([sent.body]));
      assert.equal((await server.ask('POST', `${path}/none`, { by: ada })).status, 404);
    } finally {
      await server.close();
    }
  });
});
