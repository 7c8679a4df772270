import { type Asked, contactName, questionState } from '../../../shared/contact.ts';
import { saidToBe } from '../../../shared/reply.ts';
import { wayOf } from '../../../shared/visibility.ts';
import { answerQuestion, reviseQuestion, strikeLine } from '../../contact-commands.ts';
import { t } from '../../strings/index.ts';
import { dateInWords, moment } from '../../times.ts';
import { AnswerForm, answerPlace } from './answer-form.tsx';
import { focusCard } from './focusing.ts';
import { useWorkspace } from './here.ts';
import { QuestionForm, questionPlace } from './question-form.tsx';
import { ShownTo } from './shown-to.tsx';
import { useRevision } from './use-revision.ts';

/** Today, where the reviewer is: `2026-03-01`. */
export const today = (): string => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

/** How it stands with a question, in words. */
const stateWords = (asked: Asked): string => {
  const state = questionState(asked, today());
  const day = dateInWords(asked.question.deadline);
  if (asked.answer?.answer) return t(`field.answer.answer.${asked.answer.answer}`);
  if (state === 'overdue') return t('contacts.noReplyBy', { day });
  if (state === 'waiting') return day === '' ? t('contacts.waiting') : t('contacts.waitingUntil', { day });
  return t('contacts.planned');
};

/** A question, how it stands with it, and its answer; with the person where the question stands beside its claim. */
export const AskedLine = ({ asked, isBesideClaim }: { readonly asked: Asked; readonly isBesideClaim: boolean }) => {
  const workspace = useWorkspace();
  const { contact, question, answer } = asked;
  const answering = useRevision(answerPlace(question.id), { answer: '', words: '', answeredOn: '' });
  const editing = useRevision(questionPlace(question.id), question);
  const claim = workspace.article.value?.claims.get(question.claim);
  const isGone = claim?.withdrawn !== undefined;
  const strike = strikeLine(contact.id, question.id);
  const focus = (): void => {
    if (isBesideClaim) focusCard(question.claim);
  };
  if (editing.isOpen) return <QuestionForm asked={asked} />;
  return (
    <div class="asked">
      <p class="asked-head">
        <span class={`asked-state is-${answer?.answer || questionState(asked, today())}`}>{stateWords(asked)}</span>
        {isBesideClaim && (
          <strong dir="auto">
            {contactName(contact)}
            {contact.person && contact.role && <span class="meta"> · {contact.role}</span>}
          </strong>
        )}
        {isBesideClaim && <ShownTo record={contact} usual="desk" />}
      </p>
      <p class="question-words" dir="auto">
        {question.question}
        {question.askedOn && (
          <span class="meta"> · {t('contacts.askedOn', { day: dateInWords(question.askedOn) })}</span>
        )}
      </p>
      {answer && <Given asked={asked} />}
      {!answering.isOpen && (
        <p class="asked-acts">
          {!isGone && workspace.can(answerQuestion(contact.id, question.id, {})) && (
            <button
              type="button"
              data-begins={answer ? undefined : 'answer'}
              class={`button small ${answer ? 'quiet' : ''}`}
              onClick={() => answering.begin({ answeredOn: today() })}
            >
              {t(answer ? 'contacts.answerAgain' : 'contacts.answer')}
            </button>
          )}
          {!isGone && workspace.can(reviseQuestion(contact.id, question.id, {})) && (
            <button
              type="button"
              class="button quiet small"
              onClick={() => {
                const { question: words, askedOn, deadline } = question;
                editing.begin({ question: words, askedOn, deadline });
              }}
            >
              {t('form.edit')}
            </button>
          )}
          {workspace.can(strike) && (
            <button type="button" class="button quiet small" onClick={() => workspace.run(strike, 'card') && focus()}>
              {t('contacts.strike')}
            </button>
          )}
        </p>
      )}
      {answering.isOpen && <AnswerForm asked={asked} onClose={focus} />}
    </div>
  );
};

/** The words of an answer, who put them down, and whether they are printed. */
const Given = ({ asked: { contact, answer } }: { readonly asked: Asked }) => {
  const workspace = useWorkspace();
  if (!answer) return null;
  const day = dateInWords(answer.answeredOn);
  const by = t('contacts.by', { name: workspace.nameOf(answer.reviewer), time: moment(answer.at) });
  const printed =
    wayOf(contact.visibility) === 'named'
      ? t('contacts.printed.named')
      : contact.consent === 'background'
        ? t('contacts.printed.background', { name: saidToBe(contact) })
        : t(`contacts.printed.${contact.consent || 'unasked'}`);
  return (
    <>
      {answer.words && (
        <blockquote class="reply" dir="auto">
          {answer.words}
        </blockquote>
      )}
      <p class="meta">{[day, by, printed].filter(Boolean).join(' · ')}</p>
    </>
  );
};
