import {
  ANSWER_FIELDS,
  type Asked,
  ATTEMPT_FIELDS,
  type Attempt,
  askedOf,
  CONTACT_FIELDS,
  type Contact,
  contactName,
  QUESTION_FIELDS,
  stands,
} from '../../contact.ts';
import { CORRECTION_STATES, type Correction, correctionState } from '../../correction.ts';
import type { Message, Thread } from '../../thread.ts';
import type { Edition } from '../format.ts';
import { type Column, type Table, tableOf } from '../table.ts';
import { claimColumns, fieldColumns, type Of, signature, standing } from './record-columns.ts';

/** Who was asked, what was asked and answered, and each attempt to reach them. */
export const contactTables = (edition: Edition): readonly Table[] => {
  const contacts = standing(edition.article.contacts.values()).map((each) => ({ ...each, edition }));
  type OfContact<T> = Of<T> & { readonly contact: Contact };
  const whom = <T>(): readonly Column<OfContact<T>>[] => [
    { label: 'Contact', value: ({ contact }) => contact.id },
    { label: 'Person or role', value: ({ contact }) => contactName(contact) },
  ];
  const asked = contacts.flatMap((each) => askedOf(each).map((one) => ({ ...one, edition })));
  const attempts = contacts.flatMap((contact) =>
    contact.attempts.filter(stands).map((each) => ({ ...each, contact, edition })),
  );
  return [
    tableOf<Of<Contact>>(
      'Contacts',
      [
        { label: 'Contact', value: ({ id }) => id },
        ...fieldColumns<typeof CONTACT_FIELDS, Of<Contact>>(CONTACT_FIELDS, (row) => row),
        ...signature<Of<Contact>>(['Added by', ({ reviewer }) => reviewer], ['Added at', ({ addedAt }) => addedAt]),
      ],
      contacts,
    ),
    tableOf<OfContact<Asked>>(
      'Questions and answers',
      [
        ...whom<Asked>(),
        ...claimColumns<OfContact<Asked>>(({ question }) => question.claim),
        ...fieldColumns<typeof QUESTION_FIELDS, Asked>(QUESTION_FIELDS, ({ question }) => question),
        ...Object.entries(ANSWER_FIELDS).map(
          ([key, { label, input, show }]): Column<Asked> => ({
            label,
            ...(input === 'date' && { as: 'day' }),
            value: ({ answer }) => (answer ? show(answer[key as keyof typeof ANSWER_FIELDS] as never) : ''),
          }),
        ),
      ],
      asked,
    ),
    tableOf<OfContact<Attempt>>(
      'Attempts',
      [
        ...whom<Attempt>(),
        ...fieldColumns<typeof ATTEMPT_FIELDS, Attempt>(ATTEMPT_FIELDS, (row) => row),
        ...signature<OfContact<Attempt>>(['Put down by', ({ reviewer }) => reviewer], ['Put down at', ({ at }) => at]),
      ],
      attempts,
    ),
  ];
};

/** A row a message of the discussion. */
export const threadTable = (edition: Edition): Table => {
  type Row = Of<Message> & { readonly thread: Thread };
  const columns: readonly Column<Row>[] = [
    { label: 'Thread', value: ({ thread }) => thread.id },
    ...claimColumns<Row>(({ thread }) => thread.claim),
    { label: 'About the words', value: ({ thread }) => thread.quote?.exact ?? '' },
    { label: 'Message', value: ({ text }) => text },
    { label: 'Written in the file by', value: ({ imported }) => imported?.author ?? '' },
    { label: 'Resolved', value: ({ thread }) => (thread.resolved ? 'Yes' : '') },
    ...signature<Row>(['Written by', ({ reviewer }) => reviewer], ['Written at', ({ writtenAt }) => writtenAt]),
  ];
  const rows = [...edition.article.threads.values()].flatMap((thread) =>
    standing(thread.messages).map((message) => ({ ...message, thread, edition })),
  );
  return tableOf('Discussion', columns, rows);
};

/** A row a suggested correction. */
export const correctionTable = (edition: Edition): Table => {
  const columns: readonly Column<Of<Correction>>[] = [
    { label: 'Words', value: ({ quote }) => quote.exact },
    { label: 'Suggested instead', value: ({ to }) => to },
    { label: 'Why', value: ({ why }) => why },
    { label: 'State', value: (row) => CORRECTION_STATES[correctionState(edition.article, row)] },
    { label: 'Reason to decline', value: ({ declined }) => declined?.reason ?? '' },
    ...claimColumns<Of<Correction>>(({ claim }) => claim),
    ...signature<Of<Correction>>(
      ['Suggested by', ({ reviewer }) => reviewer],
      ['Suggested at', ({ suggestedAt }) => suggestedAt],
    ),
  ];
  const rows = standing(edition.article.corrections.values()).map((each) => ({ ...each, edition }));
  return tableOf('Corrections', columns, rows);
};
