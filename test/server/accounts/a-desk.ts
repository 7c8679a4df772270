import assert from 'node:assert/strict';
import type { AccountParts } from '../../../server/accounts/parts.ts';
import { addPerson } from '../../../server/accounts/person.ts';
import { newId } from '../../../server/ids.ts';
import type { Account } from '../../../server/storage/account-store.ts';
import { memoryAccountStore } from '../../../server/storage/memory-account-store.ts';
import type { Role } from '../../../shared/roles.ts';

/** A desk with nobody in it, on a clock that is set by hand. */
export const aDesk = (): AccountParts & { pass(milliseconds: number): void } => {
  let time = Date.parse('2026-03-01T12:00:00.000Z');
  return {
    store: memoryAccountStore(),
    clock: { now: () => new Date(time).toISOString() },
    newId,
    pass: (milliseconds) => {
      time += milliseconds;
    },
  };
};

/** Someone to add. */
export const una = { email: 'una@example.org', name: 'Una' };

/** Adds someone to a desk. */
export const add = async (desk: AccountParts, role: Role = 'editor', person = una): Promise<Account> => {
  const result = await addPerson(desk, person, role);
  assert.ok('added' in result);
  return result.added;
};
