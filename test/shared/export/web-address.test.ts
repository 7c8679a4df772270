import assert from 'node:assert/strict';
import { webAddress } from '../../../shared/export/web-address.ts';

const becomes = (given: string, expected: string): void => {
  it(`of ${JSON.stringify(given)} is ${expected === '' ? 'none' : expected}`, () =>
    assert.equal(webAddress(given), expected));
};

describe('a web address', () => {
  becomes('https://a.example/b?c=1&d=%20#e', 'https://a.example/b?c=1&d=%20#e');
  becomes('http://a.example', 'http://a.example/');
  becomes('https://مثال.example/ü', 'https://xn--mgbh0fb.example/%C3%BC');
  becomes('https://a.example/[x]|{y}?q=a|b#c#d', 'https://a.example/%5Bx%5D%7C%7By%7D?q=a%7Cb#c%23d');
  becomes('https://a.example/100%', 'https://a.example/100%25');
  becomes('https://user:secret@a.example/', 'https://a.example/');
  becomes('http://[::1]:80/', 'http://[::1]/');
  becomes('http://[', '');
  becomes('mailto:a@b.example', '');
  becomes('javascript:alert(1)', '');
  becomes('', '');
});
