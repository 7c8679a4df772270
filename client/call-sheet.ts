import type { Article } from '../shared/article.ts';
import { isCheckable } from '../shared/claim-types.ts';
import { type Asked, askedAbout, askedOf, type Contact, questionState } from '../shared/contact.ts';
import { workOf } from '../shared/work-now.ts';
import { claimName } from './claim-search.ts';
import { t } from './strings/index.ts';
import { dateInWords } from './times.ts';

/** Somebody who is still to be asked something, or has not answered: a page of the call sheet. */
export interface Call {
  readonly contact: Contact;
  readonly open: readonly Asked[];
}

/** Somebody who said claims that are open, and was not asked about them. */
export interface Unasked {
  readonly name: string;
  readonly role: string;
  readonly claims: readonly string[];
}

const earliest = ({ open }: Call): string =>
  open
    .map(({ question }) => question.deadline || '9999')
    .sort()
    .at(0) ?? '9999';

/** The pages of the call sheet: who has an answer to give, those with the nearest deadline first. */
export const callsOf = (article: Article, today: string): readonly Call[] =>
  [...article.contacts.values()]
    .filter((contact) => !contact.withdrawn)
    .map((contact) => ({ contact, open: askedOf(contact).filter((each) => questionState(each, today) !== 'answered') }))
    .filter(({ open }) => open.length > 0)
    .sort((one, other) => earliest(one).localeCompare(earliest(other)));

const nameKey = (name: string): string => name.trim().toLowerCase();

/** Those who said claims that are not signed yet and were not asked about them, who said the most first; a data set is nobody. */
export const unaskedIn = (article: Article): readonly Unasked[] => {
  const found = new Map<string, { name: string; role: string; claims: string[] }>();
  for (const claim of article.claims.values()) {
    if (claim.withdrawn || claim.sameAs || !isCheckable(article, claim)) continue;
    if (workOf(article, claim.id).state === 'signed') continue;
    const asked = askedAbout(article.contacts, claim.id).flatMap(({ contact }) => [contact.person, contact.role]);
    for (const { name, role, kind } of claim.attribution) {
      if (kind === 'dataset' || asked.map(nameKey).includes(nameKey(name))) continue;
      const known = found.get(nameKey(name)) ?? { name: name.trim(), role, claims: [] };
      if (!known.claims.includes(claim.id)) known.claims.push(claim.id);
      found.set(nameKey(name), { ...known, role: known.role || role });
    }
  }
  return [...found.values()].sort((one, other) => other.claims.length - one.claims.length);
};

/** The contact of a name, among those that are not withdrawn. */
export const contactNamed = (article: Article, name: string): Contact | undefined =>
  [...article.contacts.values()].find(
    ({ person, role, withdrawn }) => !withdrawn && [person, role].map(nameKey).includes(nameKey(name)),
  );

/** What is usually asked about a claim. */
export const usualQuestion = (article: Article, claim: string): string => {
  const record = article.claims.get(claim);
  return record ? t('contacts.usual', { words: claimName(article, record) }) : '';
};

/** The day until which answers to some questions are waited for: the first of theirs; empty where none has one. */
export const answerBy = (open: readonly Asked[]): string =>
  open
    .map(({ question }) => question.deadline)
    .filter((deadline) => deadline !== '')
    .sort()
    .at(0) ?? '';

/** A page of the call sheet as plain text, as it can be sent. */
export const callInText = (article: Article, { contact, open }: Call): string => {
  const deadline = answerBy(open);
  const questions = open.map(({ question }, index) => {
    const claim = article.claims.get(question.claim);
    const words = claim ? t('callSheet.says', { words: claim.quote.exact }) : '';
    return `${index + 1}. ${question.question}${words && `\n   ${words}`}`;
  });
  return [
    t('callSheet.greeting', { name: contact.person || contact.role }),
    ...questions,
    ...(deadline === '' ? [] : [t('callSheet.pleaseBy', { day: dateInWords(deadline) })]),
  ].join('\n\n');
};

/** The longest address that mail programs open, in UTF-16 units. */
const MAILTO_LIMIT = 1_900;

/** The address that opens a page of the call sheet in a mail program; nothing where there is no address, or it would be too long to open. */
export const mailtoOf = (to: string, subject: string, body: string): string | undefined => {
  const address = /[^\s<>,;]+@[^\s<>,;]+/.exec(to)?.[0];
  if (address === undefined) return undefined;
  const link = `mailto:${encodeURIComponent(address).replace('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
  return link.length > MAILTO_LIMIT ? undefined : link;
};
