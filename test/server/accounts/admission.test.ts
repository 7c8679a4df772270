import assert from 'node:assert/strict';
import { invite, join, mayInvite, offerSetup, setUp } from '../../../server/accounts/admission.ts';
import type { AccountParts } from '../../../server/accounts/parts.ts';
import { emailOf } from '../../../server/accounts/person.ts';
import { DAY } from '../../../server/clock.ts';
import { ROLES, type Role } from '../../../shared/roles.ts';
import { aDesk, add, una } from './a-desk.ts';

describe('setting up', () => {
  it('makes the first reviewer an admin, once', async () => {
    const desk = aDesk();
    const { secret } = (await offerSetup(desk))!;
    const first = await setUp(desk, secret, una);
    assert.ok('admitted' in first);
    assert.equal(first.admitted.role, 'admin');
    assert.deepEqual(await setUp(desk, secret, { email: 'otto@example.org', name: 'Otto' }), { refused: 'set-up' });
  });

  it('lets one of two in who take the link at once', async () => {
    const desk = aDesk();
    const { secret } = (await offerSetup(desk))!;
    const both = await Promise.all([setUp(desk, secret, una), setUp(desk, secret, { email: 'o@x.org', name: 'Otto' })]);
    assert.equal(both.filter((each) => 'admitted' in each).length, 1);
    assert.equal(await desk.store.countReviewers(), 1);
  });

  it('is over as soon as there is anyone, and is not offered again', async () => {
    const desk = aDesk();
    const { secret } = (await offerSetup(desk))!;
    await add(desk, 'viewer', { email: 'otto@example.org', name: 'Otto' });
    assert.deepEqual(await setUp(desk, secret, una), { refused: 'set-up' });
    assert.equal(await offerSetup(desk), undefined);
  });

  it('is not good after a day', async () => {
    const desk = aDesk();
    const { secret } = (await offerSetup(desk))!;
    desk.pass(DAY);
    assert.deepEqual(await setUp(desk, secret, una), { refused: 'not-good' });
  });
});

const invited = (desk: AccountParts, role: Role = 'viewer', name = '') =>
  invite(desk, { role, name, days: 7, by: 'lea' });

describe('an invitation', () => {
  it('gives its role to one person', async () => {
    const desk = aDesk();
    const { secret } = await invited(desk, 'annotator', 'Una');
    const joined = await join(desk, secret, una);
    assert.ok('admitted' in joined);
    assert.equal(joined.admitted.role, 'annotator');
    assert.deepEqual(await join(desk, secret, { name: 'Otto' }), { refused: 'not-good' });
  });

  it('lets guests in who give no email, each their own', async () => {
    const desk = aDesk();
    for (const name of ['Una', 'Otto']) {
      const joined = await join(desk, (await invited(desk)).secret, { name });
      assert.ok('admitted' in joined);
      assert.equal(emailOf(joined.admitted), '');
    }
  });

  it('is not used up by an email that is taken', async () => {
    const desk = aDesk();
    await add(desk);
    const { secret } = await invited(desk);
    assert.deepEqual(await join(desk, secret, { email: 'UNA@example.org', name: 'Una' }), { refused: 'email-taken' });
    assert.ok('admitted' in (await join(desk, secret, { email: 'u@example.org', name: 'Una' })));
  });

  it('does not set up, nor does a set-up link join', async () => {
    const desk = aDesk();
    assert.deepEqual(await setUp(desk, (await invited(desk)).secret, una), { refused: 'not-good' });
    assert.deepEqual(await join(desk, (await offerSetup(desk))!.secret, una), { refused: 'not-good' });
  });

  it('is given by leads and admins, up to their own role', () => {
    const may = Object.keys(ROLES).flatMap((own) =>
      Object.keys(ROLES).flatMap((given) => (mayInvite(own as Role, given as Role) ? [`${own} ${given}`] : [])),
    );
    assert.deepEqual(may, [
      ...['viewer', 'annotator', 'editor', 'lead'].map((given) => `lead ${given}`),
      ...['viewer', 'annotator', 'editor', 'lead', 'admin'].map((given) => `admin ${given}`),
    ]);
  });
});
