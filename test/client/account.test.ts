import assert from 'node:assert/strict';
import { initials, shortName } from '../../client/account.ts';

const fits = (name: string, expected: string): void => {
  it(`${name} is ${expected}`, () => assert.equal(shortName(name), expected));
};

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

describe('short names', () => {
  fits('Jonas Diaz', 'J. Diaz');
  fits('Ana María de la Cruz', 'A. Cruz');
  fits('Łukasz Żak', 'Ł. Żak');
  fits('Sample desk', 'Sample desk');
  fits('山田 太郎', '山田 太郎');
  fits('Una', 'Una');
});
