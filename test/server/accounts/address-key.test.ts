import assert from 'node:assert/strict';
import { addressKey } from '../../../server/accounts/address-key.ts';

describe('what an address is counted as', () => {
  const ways = [
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['', ''],
    ['unknown', 'unknown'],
  ] as const;
  for (const [address, key] of ways)
    it(`${address || 'none'} as ${key || 'none'}`, () => assert.equal(addressKey(address), key));
});
