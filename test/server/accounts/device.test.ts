import assert from 'node:assert/strict';
import { deviceOf } from '../../../server/accounts/device.ts';

const is = (device: string, userAgent: string): void => {
  it(`is ${device || 'nothing that is known'}`, () => assert.equal(deviceOf(userAgent), device));
};

describe('a browser, by what it writes of itself,', () => {
  is('Firefox, Windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0');
  is(
    'Firefox, iOS',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 FxiOS/133.0 Safari/605',
  );
  is(
    'Edge, Windows',
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36 Edg/142.0.3595.65',
  );
  is('Chrome, Android', 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36');
  is('Safari, macOS', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15');
  is('Chrome, Linux', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/142.0.0.0 Safari/537.36');
  is('', 'curl/8.9');
  is('', '');
});
