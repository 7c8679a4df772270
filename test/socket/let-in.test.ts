import assert from 'node:assert/strict';
import { PROTOCOL } from '../../shared/protocol.ts';
import { exchanging, lock } from '../support/exchanging.ts';

describe('the sockets', () => {
  describe('let in', () => {
    const turnsAway = (says: string, token: unknown, auth: object, fault: string): void =>
      exchanging(says, async (exchange) => {
        await assert.rejects(exchange.call(token, auth), { fault });
        assert.equal(exchange.sockets.size, 0);
      });
    turnsAway('nobody without a token', undefined, { protocol: PROTOCOL }, 'sign-in');
    turnsAway('nobody with a token of another type', { una: 'lead' }, { protocol: PROTOCOL }, 'sign-in');
    turnsAway('no page of the protocol before', 'una.lead', { protocol: PROTOCOL - 1 }, 'old-client');
    turnsAway('no page whose protocol is no number', 'una.lead', { protocol: String(PROTOCOL) }, 'old-client');

    exchanging('whoever says no protocol, as the present one', async (exchange) => {
      assert.ok((await exchange.call('una.lead', {})).socket.connected);
    });

    const from = (origin: string) => ({ extraHeaders: { origin } });
    exchanging(
      'only pages of ours',
      async (exchange) => {
        await assert.rejects(exchange.call('una.lead', {}, from('https://evil.example')));
        await assert.rejects(exchange.call('una.lead', {}, from('null')));
        await exchange.call('una.lead', {}, from(exchange.url));
        await exchange.call('una.lead', {}, from('https://desk.example'));
      },
      { publicUrl: 'https://desk.example/' },
    );

    exchanging('over polling too', async (exchange) => {
      const id = await exchange.article('moon');
      const una = await exchange.call('una.lead', {}, { transports: ['polling'] });
      await una.join(id);
      assert.equal((await una.does(id, 'u1', 1, [lock])).version, 2);
      await una.hears('entries');
    });

    exchanging('T7 nobody for longer than they may come in', async (exchange) => {
      const una = await exchange.call('una.lead');
      const ben = await exchange.call('ben.editor');
      exchange.revoked.add('una.lead');
      await exchange.sockets.recheck('ben');
      assert.equal(exchange.sockets.size, 2);
      exchange.time.pass(30_000);
      assert.equal((await una.hears('fault')).fault, 'sign-in');
      assert.ok(ben.socket.connected);
    });
  });
});
