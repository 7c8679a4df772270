import { type Asked, askedAbout, type Contact, questionState } from './contact.ts';
import { wayOf } from './visibility.ts';

/** Somebody who agreed to be used and not named, and of whom nothing else may be said. */
export const UNNAMED = 'Somebody who is not named';

/** Who is said to have answered, as far as they agreed: by name, or by what they are described as. Empty where nothing of it is printed. */
export const saidToBe = ({ person, role, consent, describedAs, visibility }: Contact): string => {
  if (wayOf(visibility) === 'named') return '';
  if (consent === 'public') return [person, role].filter((each) => each !== '').join(', ');
  return consent === 'background' ? describedAs || UNNAMED : '';
};

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
