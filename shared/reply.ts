import { type Asked, askedAbout, type Contact, type ContactFields, questionState } from './contact.ts';
import { wayOf } from './visibility.ts';

/** Somebody who agreed to be used and not named, and of whom nothing else may be said. */
export const UNNAMED = 'Somebody who is not named';

/** Who is said to have answered, as far as they agreed: by name, or by what they are described as. Empty where nothing of it is printed. */
export const saidToBe = ({ person, role, consent, describedAs, visibility }: Contact): string => {
  if (wayOf(visibility) === 'named') return '';
  if (consent === 'public') return [person, role].filter((each) => each !== '').join(', ');
  return consent === 'background' ? describedAs || UNNAMED : '';
};

/** The fields of a contact that readers are ever told; a new field is not, until it is named here. */
const TOLD = ['person', 'role', 'consent', 'visibility'] as const satisfies readonly (keyof ContactFields)[];

const isTold = (key: string): boolean => TOLD.some((each) => each === key);

/** Whether readers are told of a contact as a record: it is shown to everyone, and who it is agreed to be named. Both have to be so. */
export const isToldToReaders = ({ consent, visibility }: Pick<Contact, 'consent' | 'visibility'>): boolean =>
  visibility === 'public' && consent === 'public';

/** Fields of a contact without those that readers are never told: how somebody is reached, and what the desk noted. */
export const toldFields = (fields: Partial<ContactFields>): Partial<ContactFields> =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => isTold(key)));

/** What a contact has besides its fields that readers are told. */
const KEPT = ['id', 'reviewer', 'addedAt', 'questions', 'visibilities', 'revised', 'withdrawn'];

/** A contact as readers are told of it: without how it is reached, what was noted, and the attempts. Its fields are empty texts where they are empty. */
export const asTold = (contact: Contact): Contact => {
  const told = Object.entries(contact).map(([key, value]) => [key, isTold(key) || KEPT.includes(key) ? value : '']);
  return { ...Object.fromEntries(told), attempts: [] };
};

/**
 * Those whose replies are printed, with what may be printed of them and no more: they agreed to it, and they are not shown to named people
 * alone.
 */
export const printable = (contacts: ReadonlyMap<string, Contact>): ReadonlyMap<string, Contact> =>
  new Map(
    [...contacts.values()]
      .filter((contact) => saidToBe(contact) !== '')
      .map((contact) => {
        const { describedAs } = contact;
        const unnamed = contact.consent === 'background' && { person: '', role: '', describedAs };
        return [contact.id, { ...asTold(contact), ...unnamed }];
      }),
  );

/** What is said of each answer, before the words of it. */
const SAYS = {
  confirms: 'confirms it',
  disputes: 'disputes it',
  replied: 'replied',
  declined: 'declined to comment',
  none: 'did not reply',
} as const;

/**
 * What is printed of a question by the verdict of its claim, in a sentence; empty while it waits, and where those who were asked did not
 * agree to it. `today` is a day: `2026-03-01`.
 */
export const printedReply = (asked: Asked, today: string): string => {
  const who = saidToBe(asked.contact);
  const { question, answer } = asked;
  const kind = answer ? answer.answer : questionState(asked, today) === 'overdue' ? 'none' : '';
  if (who === '' || kind === '') return '';
  if (kind === 'none') return `${who}: ${SAYS.none}${question.deadline === '' ? '' : ` by ${question.deadline}`}.`;
  const words = answer?.words ? `: “${answer.words}”` : '';
  const on = answer?.answeredOn ? ` (${answer.answeredOn})` : '';
  return `${who}: ${SAYS[kind]}${on}${words || '.'}`;
};

/** What is printed by the verdict of a claim of those who were asked about it, oldest first. */
export const printedReplies = (
  contacts: ReadonlyMap<string, Contact>,
  claim: string,
  today: string,
): readonly string[] => askedAbout(contacts, claim).flatMap((asked) => printedReply(asked, today) || []);
