import assert from 'node:assert/strict';
import { COLOURS } from '../../../server/accounts/colours.ts';
import { parseEmail, parseName } from '../../../server/accounts/person.ts';
import { Invalid } from '../../../shared/parsing.ts';

const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

describe('a person', () => {
  for (const email of ['una', 'una@', '@x', 'a b@x', 'a@b@c', '<a>@x', 'x@guest.invalid', `${'a'.repeat(300)}@x`]) {
    it(`has no email ${email.slice(0, 20)}`, () => assert.throws(() => parseEmail(email, 'email'), Invalid));
  }

  it('has a name on one line', () => {
    assert.equal(parseName('  Una Núñez ', 'name'), 'Una Núñez');
    assert.throws(() => parseName('Una\nNúñez', 'name'), Invalid);
    assert.throws(() => parseName(' ', 'name'), Invalid);
  });

  it('has a colour that white can be read on', () => {
    for (const colour of COLOURS) {
      const contrast = 1.05 / (luminance(colour) + 0.05);
      assert.ok(contrast >= 4.5, `${colour} has ${contrast.toFixed(2)}`);
    }
  });
});
