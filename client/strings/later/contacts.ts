import { ANSWER_FIELDS, ATTEMPT_FIELDS, CONTACT_FIELDS, QUESTION_FIELDS } from '../../../shared/contact.ts';
import type { Catalogue } from '../message.ts';
import { labelsOf } from '../tables.ts';

/** The messages about who is asked, what they answered, and the call sheet. */
export const contacts = {
  ...labelsOf('field.contact', CONTACT_FIELDS),
  ...labelsOf('field.question', QUESTION_FIELDS),
  ...labelsOf('field.answer', ANSWER_FIELDS),
  ...labelsOf('field.attempt', ATTEMPT_FIELDS),

  'contacts.title': 'Right of reply',
  'contacts.ask': 'Ask somebody',
  'contacts.who': 'Whom',
  'contacts.new': 'Somebody new',
  'contacts.saidIt': 'Said it:',
  'contacts.more': 'Consent, description, note',
  'contacts.notYet': 'Without a day it is still to be asked, and stands on the call sheet.',
  'contacts.save': 'Save',
  'contacts.nobody': 'Say who it is: a name or a role.',
  'contacts.noQuestion': 'Write what is asked.',
  'contacts.noAnswer': 'Choose what came of it.',
  'contacts.noResult': 'Choose what came of it.',
  'contacts.usual': 'Is this right, and what does it rest on: “{words}”?',
  'contacts.answer': 'Put down the answer',
  'contacts.answerAgain': 'Newer answer',
  'contacts.strike': 'Strike out',
  'contacts.unstrike': 'Let it stand again',
  'contacts.planned': 'To be asked',
  'contacts.waiting': 'Waiting for a reply',
  'contacts.waitingUntil': 'Reply by {day}',
  'contacts.noReplyBy': 'No reply by {day}',
  'contacts.askedOn': 'asked {day}',
  'contacts.by': 'put down by {name}, {time}',
  'contacts.printed.public': 'printed by name',
  'contacts.printed.background': 'printed as “{name}”',
  'contacts.printed.secret': 'secret: not printed',
  'contacts.printed.named': 'for named people: not printed',
  'contacts.printed.unasked': 'not printed: nobody has asked whether they may be named',
  'contacts.everyone.public':
    'Also in what is published: who it is, what was asked and answered. Never the number or address, the note and the attempts.',
  'contacts.everyone.background':
    'All who are signed in. Readers get the answers as from the description alone, since this person may not be named.',
  'contacts.everyone.secret':
    'All who are signed in, although this is secret. Nothing of it is published, whatever you choose here.',
  'contacts.everyone.unasked':
    'All who are signed in. Nothing of it is published as long as nobody has asked whether they may be named.',
  'contacts.noConsent': 'Consent not asked',
  'contacts.add': 'New contact',
  'contacts.begin':
    'Nobody has been asked yet. Ask somebody from the card of a claim, or begin with the call sheet: it names those who said the claims.',
  'contacts.none': 'Nobody has been asked yet.',
  'contacts.count.overdue': { one: '{count} overdue', other: '{count} overdue' },
  'contacts.count.waiting': { one: '{count} waited for', other: '{count} waited for' },
  'contacts.count.planned': { one: '{count} to be asked', other: '{count} to be asked' },
  'contacts.count.answered': { one: '{count} answered', other: '{count} answered' },
  'contacts.log': 'Log',
  'contacts.attempt': 'Log an attempt',
  'contacts.attemptHint': 'Who was reached, or written to, counts as asked what was still to be asked.',
  'contacts.withdraw': 'Withdraw this contact',
  'contacts.withdrawn': 'Withdrawn by {name}.',
  'contacts.reinstate': 'Bring back',

  'callSheet.title': 'Call sheet',
  'callSheet.how':
    'A page for each person, to be printed, copied or mailed. Take out what is not to be asked this time.',
  'callSheet.empty': 'Nothing is open with anybody.',
  'callSheet.print': 'Print',
  'callSheet.unasked': 'Said open claims and were not asked',
  'callSheet.askThem': { one: 'Ask about {count} claim', other: 'Ask about {count} claims' },
  'callSheet.copy': 'Copy as text',
  'callSheet.copied': 'Copied',
  'callSheet.mail': 'Draft a mail',
  'callSheet.asked': 'Asked today',
  'callSheet.by': 'Reply by {day}',
  'callSheet.says': 'The article says: “{words}”',
  'callSheet.subject': 'Questions about “{title}”',
  'callSheet.greeting': 'Dear {name},\n\nwe are checking an article before it is published. Please tell us:',
  'callSheet.pleaseBy': 'Please reply by {day}. We will publish what you say.',

  'command.answer': 'Put down the answer of somebody who was asked',
  'command.noQuestion': 'Nobody who was asked about this claim has an answer to give.',
  'command.callSheet': 'Make a call sheet',
} as const satisfies Catalogue;
