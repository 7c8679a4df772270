import { CLAIMANT_FIELDS } from '../../shared/attribution.ts';
import { CLAIM_FIELDS } from '../../shared/claim.ts';
import { ANSWER_FIELDS, ATTEMPT_FIELDS, CONTACT_FIELDS, QUESTION_FIELDS } from '../../shared/contact.ts';
import { EVIDENCE_FIELDS } from '../../shared/evidence.ts';
import type { Fields } from '../../shared/fields.ts';
import { SOURCE_FIELDS } from '../../shared/source.ts';
import { ok, type Route } from './route.ts';

const described = (fields: Fields): object =>
  Object.fromEntries(
    Object.entries(fields).map(([key, { label, input, choices, hint }]) => [
      key,
      { label, input, ...(choices && { choices }), ...(hint !== undefined && { hint }) },
    ]),
  );

const list: Route = {
  method: 'get',
  path: '/api/fields',
  needs: 'nobody',
  answer: () =>
    ok({
      claim: described(CLAIM_FIELDS),
      claimant: described(CLAIMANT_FIELDS),
      source: described(SOURCE_FIELDS),
      evidence: described(EVIDENCE_FIELDS),
      contact: described(CONTACT_FIELDS),
      question: described(QUESTION_FIELDS),
      answer: described(ANSWER_FIELDS),
      attempt: described(ATTEMPT_FIELDS),
    }),
};

/** The fields of every kind of record, drawn from their tables, for programs that fill them in. */
export const fieldRoutes: readonly Route[] = [list];
