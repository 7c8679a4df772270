import type { Asked } from '../../contact.ts';
import { type Correction, correctionState } from '../../correction.ts';
import { printedReply } from '../../reply.ts';
import { type Message, mentionedIn, openingOf, type Thread } from '../../thread.ts';
import { type Edition, nameOf } from '../format.ts';
import type { Stretch } from '../standing.ts';
import {
  type Act,
  addressOf,
  annotation,
  broughtIn,
  claimAt,
  type Json,
  quoteSelector,
  textual,
  wordsAt,
} from './annotation.ts';

/** What is printed of an answer, by who put it down; none where it is not. */
export const replied = (edition: Edition, asked: Asked): readonly Json[] => {
  const { contact, question, answer } = asked;
  const body = textual('replying', answer ? printedReply(asked, edition.exportedAt.slice(0, 10)) : '');
  if (!answer || body.length === 0) return [];
  const act: Act = {
    id: addressOf(edition, 'contacts', contact.id, answer.id),
    motivation: 'replying',
    reviewer: answer.reviewer,
    created: answer.at,
    body,
    target: claimAt(edition, question.claim, answer.at),
  };
  return [annotation(edition, act, { 'touchstone:answer': answer.answer })];
};

const isQuestion = (text: string): boolean => /[?？؟]\s*$/u.test(text);

const messageAddress = (edition: Edition, thread: Thread, message: Message): string =>
  addressOf(edition, 'threads', thread.id, message.id);

/** The messages of a thread: the first is about the claim or the words, the others reply to it (Web Annotation §3.3.5). */
export const discussing = (edition: Edition, thread: Thread, at: Stretch | undefined): readonly Json[] => {
  const opening = openingOf(thread);
  const about = (): Json =>
    thread.quote ? wordsAt(edition, thread.quote, at) : claimAt(edition, thread.claim ?? '', opening.writtenAt);
  return thread.messages
    .filter((message) => !message.withdrawn)
    .map((message) => {
      const reply = message !== opening;
      return annotation(
        edition,
        {
          id: messageAddress(edition, thread, message),
          motivation: reply ? 'replying' : isQuestion(message.text) ? 'questioning' : 'commenting',
          ...{ reviewer: message.reviewer, created: message.writtenAt },
          body: textual(reply ? 'replying' : 'commenting', message.text),
          target: reply && !opening.withdrawn ? { id: messageAddress(edition, thread, opening) } : about(),
        },
        {
          ...(message.revised && { modified: message.revised.at }),
          ...broughtIn(message.imported),
          ...(message.mentions.length > 0 && {
            'touchstone:mentions': mentionedIn(message).map((each) => ({
              nickname: each,
              name: nameOf(edition, each),
            })),
          }),
        },
      );
    });
};

/** A suggested correction: its body has the new words, its target is where the old ones stand, or stood. */
export const editing = (edition: Edition, correction: Correction, at: Stretch | undefined): Json => {
  const answer = correction.accepted ?? correction.declined;
  return annotation(
    edition,
    {
      id: addressOf(edition, 'corrections', correction.id),
      motivation: 'editing',
      ...{ reviewer: correction.reviewer, created: correction.suggestedAt },
      body: [
        { type: 'TextualBody', value: correction.to, format: 'text/plain', purpose: 'editing' },
        ...textual('describing', correction.why),
        ...textual('commenting', correction.declined?.reason ?? ''),
      ],
      target: wordsAt(edition, correction.quote, at),
    },
    {
      'touchstone:correction': correctionState(edition.article, correction),
      'touchstone:from': quoteSelector(correction.quote),
      ...broughtIn(correction.imported),
      ...(answer && {
        'touchstone:answered': {
          name: nameOf(edition, answer.reviewer),
          nickname: answer.reviewer,
          'touchstone:at': answer.at,
        },
      }),
    },
  );
};
