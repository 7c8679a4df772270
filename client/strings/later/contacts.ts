import { ANSWER_FIELDS, ATTEMPT_FIELDS, CONTACT_FIELDS, QUESTION_FIELDS } from '../../../shared/contact.ts';
import type { Catalogue } from '../message.ts';
import { labelsOf } from '../tables.ts';

/** The messages about who is asked, what they answered, and the call sheet. */
export const contacts = {
  ...labelsOf('field.contact', CONTACT_FIELDS),
  ...labelsOf('field.question', QUESTION_FIELDS),
  ...labelsOf('field.answer', ANSWER_FIELDS),
  ...labelsOf('field.attempt', ATTEMPT_FIELDS),
} as const satisfies Catalogue;
