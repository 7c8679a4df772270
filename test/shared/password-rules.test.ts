import assert from 'node:assert/strict';
import { type PasswordFault, passwordFault } from '../../shared/password-rules.ts';

const UNA = ['Una Lindström', 'una.lind@wochenblatt.example'];

const is = (password: string, fault: PasswordFault | undefined): void => {
  it(`${JSON.stringify(password.slice(0, 40))} is ${fault ? `too ${fault}` : 'taken'}`, () =>
    assert.equal(passwordFault(password, UNA), fault));
};

describe('a password', () => {
  is('', 'short');
  is('Xk7$pQz!m2v', 'short');
  is('🧀🧀🧀🧀🧀🌙', 'short');
  is('x9'.repeat(101), 'long');
  is('password1234', 'common');
  is('P@ssw0rd!!!!', 'common');
  is('Passwort2026!', 'common');
  is('qwertyuiop123', 'common');
  is('iloveyou123456', 'common');
  is('123456789012', 'common');
  is('111111111111', 'common');
  is('abababababab', 'common');
  is('abcdefghijklm', 'common');
  is('correct horse battery staple', 'common');
  is('UnaLindstrom1', 'personal');
  is('wochenblatt2026', 'personal');
  is('una-passwort-2026', 'personal');
  is('lunar cheese tribunal', undefined);
  is('drei Katzen im Nebel', undefined);
  is('月はチーズでできている本当に', undefined);
  is('f8Kq-2vLw-9xTz', undefined);
  it('may hold what belongs to nobody known', () => assert.equal(passwordFault('wochenblatt-kamel'), undefined));
});
