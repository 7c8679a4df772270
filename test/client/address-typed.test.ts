import assert from 'node:assert/strict';
import { addressTyped } from '../../client/address-typed.ts';

const becomes = (typed: string, address: string) =>
  it(`takes ${typed} as ${address}`, () => assert.equal(addressTyped(typed), address));

describe('an address as it is typed', () => {
  becomes('www.reuters.com', 'https://www.reuters.com');
  becomes(' reuters.com/world?x=1#top ', 'https://reuters.com/world?x=1#top');
  becomes('localhost.test:8080/a', 'https://localhost.test:8080/a');
  becomes('http://mil.ru', 'http://mil.ru');
  becomes('mailto:ann@desk.example', 'mailto:ann@desk.example');
  becomes('ann@desk.example', 'ann@desk.example');
  becomes('javascript:alert(1)', 'javascript:alert(1)');
  becomes('javascript:a.b', 'javascript:a.b');
  becomes('see page 3.', 'see page 3.');
  becomes('', '');
});
