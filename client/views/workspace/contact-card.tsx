import {
  type Attempt,
  askedOf,
  CONTACT_FIELDS,
  type Contact,
  type ContactFields,
  contactName,
  type LogLine,
  stands,
} from '../../../shared/contact.ts';
import { claimName } from '../../claim-search.ts';
import {
  logAttempt,
  reinstateContact,
  reviseContact,
  strikeLine,
  unstrikeLine,
  withdrawContact,
} from '../../contact-commands.ts';
import { picked } from '../../revising.ts';
import { t } from '../../strings/index.ts';
import { dateInWords, moment } from '../../times.ts';
import { AskedLine, today } from './asked-line.tsx';
import { AttemptForm, attemptPlace } from './attempt-form.tsx';
import { ContactForm, contactPlace } from './contact-form.tsx';
import { useWorkspace } from './here.ts';
import { ShownTo } from './shown-to.tsx';
import { useRevision } from './use-revision.ts';

const FIELDS = Object.keys(CONTACT_FIELDS) as readonly (keyof ContactFields)[];

/** How somebody is reached, as a link where a program can open it. */
const Reach = ({ contact: { channel, reach } }: { readonly contact: Contact }) => {
  const words = <bdi>{reach}</bdi>;
  if (channel === 'phone') return <a href={`tel:${reach.replaceAll(/[^\d+*#]/g, '')}`}>{words}</a>;
  if (channel === 'mail' && /^[^\s@]+@[^\s@]+$/.test(reach)) return <a href={`mailto:${reach}`}>{words}</a>;
  return words;
};

/** Somebody who is asked: how they are reached, what they agreed to, each question with its answer, and the log of attempts. */
export const ContactCard = ({ contact }: { readonly contact: Contact }) => {
  const workspace = useWorkspace();
  const editing = useRevision<ContactFields>(contactPlace(contact.id), contact);
  const trying = useRevision(attemptPlace(contact.id), { triedOn: '', by: '', result: '', note: '' });
  const { role, channel, consent, note, withdrawn } = contact;
  const withdraw = withdrawContact(contact.id);
  const reinstate = reinstateContact(contact.id);
  if (editing.isOpen)
    return (
      <article class="card contact">
        <ContactForm contact={contact} />
      </article>
    );
  return (
    <article class={`card contact ${withdrawn ? 'is-withdrawn' : ''}`}>
      <div class="asked-head">
        <h3 dir="auto">{contactName(contact)}</h3>
        <ShownTo record={contact} usual="desk" />
        <span class="spacer" />
        {!withdrawn && workspace.can(reviseContact(contact.id, {})) && (
          <button type="button" class="button quiet small" onClick={() => editing.begin(picked(contact, FIELDS))}>
            {t('form.edit')}
          </button>
        )}
        {!withdrawn && workspace.can(withdraw) && (
          <button
            type="button"
            class="button quiet icon"
            aria-label={t('contacts.withdraw')}
            title={t('contacts.withdraw')}
            onClick={() => workspace.run(withdraw, 'card')}
          >
            ×
          </button>
        )}
      </div>
      <p class="meta">
        {contact.person && role && <bdi>{role}</bdi>}
        {contact.person && role && ' · '}
        {channel && t(`field.contact.channel.${channel}`)} {contact.reach && <Reach contact={contact} />}
        {(channel || contact.reach) && ' · '}
        {consent ? t(`field.contact.consent.${consent}`) : t('contacts.noConsent')}
      </p>
      {note && (
        <p class="contact-note" dir="auto">
          {note}
        </p>
      )}
      {withdrawn && (
        <p class="hint">
          {t('contacts.withdrawn', { name: workspace.nameOf(withdrawn.reviewer) })}{' '}
          {workspace.can(reinstate) && (
            <button type="button" class="link-button" onClick={() => workspace.run(reinstate, 'card')}>
              {t('contacts.reinstate')}
            </button>
          )}
        </p>
      )}
      {!withdrawn && <Questions contact={contact} />}
      <Log contact={contact} />
      {!withdrawn && !trying.isOpen && workspace.can(logAttempt(contact.id, {})) && (
        <p class="row">
          <button
            type="button"
            class="button small"
            onClick={() => trying.begin({ triedOn: today(), ...(channel && { by: channel }) })}
          >
            {t('contacts.attempt')}
          </button>
        </p>
      )}
      {trying.isOpen && !withdrawn && <AttemptForm contact={contact} />}
    </article>
  );
};

/** Each question under the claim that it is about. */
const Questions = ({ contact }: { readonly contact: Contact }) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  return (
    <>
      {askedOf(contact).map((asked) => {
        const claim = article?.claims.get(asked.question.claim);
        return (
          <div key={asked.question.id}>
            {article && claim && (
              <button type="button" class="link-button asked-claim" onClick={() => workspace.select(claim.id, 'key')}>
                <bdi>{claimName(article, claim)}</bdi>
              </button>
            )}
            <AskedLine asked={asked} isBesideClaim={false} />
          </div>
        );
      })}
    </>
  );
};

interface Row {
  readonly line: LogLine;
  readonly on: string;
  readonly words: string;
}

const attemptWords = ({ by, result, note }: Attempt): string =>
  [by && t(`field.attempt.by.${by}`), result && t(`field.attempt.result.${result}`), note].filter(Boolean).join(' · ');

/** Attempts, and what was struck out or gave way to something newer: nothing of it is deleted (T5). */
const rowsOf = (contact: Contact): readonly Row[] => [
  ...contact.attempts.map((line) => ({ line, on: line.triedOn, words: attemptWords(line) })),
  ...contact.questions
    .filter((line) => !stands(line))
    .map((line) => ({ line, on: line.askedOn, words: line.question })),
  ...contact.questions.flatMap(({ answers }) =>
    answers
      .filter((line) => line !== answers.findLast(stands))
      .map((line) => ({
        line,
        on: line.answeredOn,
        words: [line.answer && t(`field.answer.answer.${line.answer}`), line.words].filter(Boolean).join(': '),
      })),
  ),
];

const Log = ({ contact }: { readonly contact: Contact }) => {
  const workspace = useWorkspace();
  const rows = rowsOf(contact).toSorted((one, other) => one.line.at.localeCompare(other.line.at));
  if (rows.length === 0) return null;
  return (
    <ul class="contact-log" aria-label={t('contacts.log')}>
      {rows.map(({ line, on, words }) => {
        const turn = line.withdrawn ? unstrikeLine(contact.id, line.id) : strikeLine(contact.id, line.id);
        return (
          <li key={line.id}>
            <span class={line.withdrawn ? 'is-struck' : ''}>
              {on && `${dateInWords(on)} · `}
              <bdi>{words}</bdi>
            </span>{' '}
            <span class="meta">
              {t('contacts.by', { name: workspace.nameOf(line.reviewer), time: moment(line.at) })}
            </span>{' '}
            {workspace.can(turn) && (
              <button type="button" class="link-button" onClick={() => workspace.run(turn, 'card')}>
                {t(line.withdrawn ? 'contacts.unstrike' : 'contacts.strike')}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
};
