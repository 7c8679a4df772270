import { withRecord } from '../article.ts';
import { CONTACT_FIELDS, type ContactFields } from '../contact.ts';
import { someOf, withEmpty } from '../fields.ts';
import { keptVisibilities } from '../visibility.ts';
import { changed, linesOf, parsed, tracesOfLines } from './contact-change.ts';
import { logKinds } from './contact-log.ts';
import { type Kind, type Part, refuse } from './kind.ts';
import { mayShow, ownOrLead } from './may.ts';
import { tracesOfRecord } from './traces.ts';

/** Puts down somebody who can be asked. */
export interface AddContact extends Part {
  readonly kind: 'contact.add';
  readonly contact: string;
  readonly fields: Partial<ContactFields>;
}

/** Changes fields of a contact; the others stay. */
export interface ReviseContact extends Part {
  readonly kind: 'contact.revise';
  readonly contact: string;
  readonly fields: Partial<ContactFields>;
}

/** Takes a contact with their whole log out of the count, or brings it back. */
export interface WithdrawContact extends Part {
  readonly kind: 'contact.withdraw' | 'contact.reinstate';
  readonly contact: string;
}

const addContact: Kind<AddContact> = {
  parse: parsed(['contact'], CONTACT_FIELDS, ['person', 'role']),
  apply: (article, { contact: id, fields }, { reviewer, at: addedAt }) => {
    if (article.contacts.has(id)) return refuse('exists');
    const contact = { ...withEmpty(CONTACT_FIELDS, fields), id, reviewer, addedAt, attempts: [], questions: [] };
    return withRecord(article, 'contacts', id, contact);
  },
  invert: (_before, { contact }) => [{ kind: 'contact.withdraw', contact } satisfies WithdrawContact],
};

const reviseContact: Kind<ReviseContact> = {
  parse: parsed(['contact'], CONTACT_FIELDS),
  may: (article, part, reviewer) => mayShow(article.contacts.get(part.contact), part.fields, reviewer),
  apply: (article, part, { reviewer, at }) =>
    changed(article, part.contact, (contact) => ({
      ...{ ...contact, ...part.fields, ...keptVisibilities(contact, part.fields) },
      revised: { reviewer, at },
    })),
  invert: (before, part) => {
    const contact = before.contacts.get(part.contact);
    return contact ? [{ ...part, fields: someOf(contact, part.fields) } satisfies ReviseContact] : [];
  },
  traces: (article, part) => tracesOfRecord(article.contacts.get(part.contact)),
};

const mayWithdraw: Kind<WithdrawContact>['may'] = (article, part, reviewer) =>
  ownOrLead(article.contacts.get(part.contact)?.reviewer, reviewer);

const withdrawContact: Kind<WithdrawContact> = {
  parse: parsed(['contact']),
  may: mayWithdraw,
  apply: (article, part, { reviewer, at }) =>
    changed(article, part.contact, (contact) => ({ ...contact, withdrawn: { reviewer, at } })),
  invert: (_before, { contact }) => [{ kind: 'contact.reinstate', contact } satisfies WithdrawContact],
  traces: (article, part) => {
    const contact = article.contacts.get(part.contact);
    return contact ? [...tracesOfRecord(contact), ...tracesOfLines(linesOf(contact))] : [];
  },
};

const reinstateContact: Kind<WithdrawContact> = {
  parse: parsed(['contact']),
  may: mayWithdraw,
  apply: (article, part) => {
    const contact = article.contacts.get(part.contact);
    if (!contact) return refuse('unknown');
    if (!contact.withdrawn) return refuse('no-change');
    const { withdrawn: _, ...again } = contact;
    return withRecord(article, 'contacts', contact.id, again);
  },
  invert: (_before, { contact }) => [{ kind: 'contact.withdraw', contact } satisfies WithdrawContact],
};

/** What can happen to those who are asked about claims, and to the log of it. */
export const contactKinds = {
  'contact.add': addContact,
  'contact.revise': reviseContact,
  'contact.withdraw': withdrawContact,
  'contact.reinstate': reinstateContact,
  ...logKinds,
} as const;
