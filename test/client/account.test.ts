import assert from 'node:assert/strict';
import { initials } from '../../client/account.ts';

const shortens = (name: string, expected: string): void => {
  it(`${name} is ${expected}`, () => assert.equal(initials(name), expected));
};

describe('initials', () => {
  shortens('Una Lind', 'UL');
  shortens('una', 'U');
  shortens('Ana María de la Cruz', 'AC');
  shortens('“Mara” (desk)', 'MD');
  shortens('Łukasz Żak', 'ŁŻ');
  shortens('李小龙', '李');
  shortens('…', '');
});
