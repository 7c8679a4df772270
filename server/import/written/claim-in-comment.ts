import { CLAIMANT_FIELDS, type Claimant } from '../../../shared/attribution.ts';
import { CLAIM_FIELDS, type ClaimFields } from '../../../shared/claim.ts';
import { IN_ITS_WORDS, LABELS, NEXT_THREAD } from '../../../shared/export/docx/labels.ts';
import type { Field } from '../../../shared/fields.ts';
import { Invalid } from '../../../shared/parsing.ts';
import type { ReadClaim } from '../remarks.ts';
import type { Comment, CommentThread } from './written.ts';

const ADDRESS = /^https?:\/\/\S+\/articles\/[^/#\s]+#claim-\S+$/;

const FIELDS: ReadonlyMap<string, keyof ClaimFields> = new Map(
  Object.entries(CLAIM_FIELDS).map(([key, { label }]) => [label, key as keyof ClaimFields]),
);

const KNOWN = [...FIELDS.keys(), ...Object.values(LABELS)].join('|');

const BEGINS = new RegExp(`\\n(?=(?:${KNOWN}): |https?://\\S+$)`);

const keyOf = (choices: Readonly<Record<string, string>> = {}, label: string): string | undefined =>
  Object.keys(choices).find((key) => choices[key] === label);

const DETAIL = new RegExp(
  `; (?=(?:${Object.values(CLAIMANT_FIELDS)
    .map(({ label }) => label)
    .join('|')}): )`,
);

const meantBy = ({ input, choices }: Pick<Field<unknown>, 'input' | 'choices'>, words: string): unknown => {
  if (input === 'choice') return keyOf(choices, words);
  if (input === 'texts') return words.split(', ');
  return input === 'line' || input === 'paragraph' || input === 'date' ? words : undefined;
};

const read = <T>(field: Field<T>, words: string): T | undefined => {
  try {
    const value = meantBy(field, words);
    return value === undefined ? undefined : field.parse(value, '');
  } catch (error) {
    if (error instanceof Invalid) return undefined;
    throw error;
  }
};

/** One link of an attribution, as `claimInWords` writes it; nothing where it is written otherwise. */
const claimantOf = (words: string): Claimant | undefined => {
  const [, name = '', details = ''] = /^(.*?)(?: \((\w[\w ]*: .*)\))?$/s.exec(words) ?? [];
  const found: Record<string, unknown> = { name };
  for (const detail of details === '' ? [] : details.split(DETAIL)) {
    const [key, field] = Object.entries(CLAIMANT_FIELDS).find(([, { label }]) => detail.startsWith(`${label}: `)) ?? [];
    const value = field && read(field as Field<unknown>, detail.slice(field.label.length + 2));
    if (!key || value === undefined) return undefined;
    found[key] = value;
  }
  try {
    return CLAIM_FIELDS.attribution.parse([found], '')[0];
  } catch {
    return undefined;
  }
};

const threadsOf = (answers: readonly Comment[]): ReadClaim['threads'] => {
  const threads: { messages: { author: string; at?: string; text: string }[]; resolved: boolean }[] = [];
  for (const { author, at, text, resolved = false } of answers) {
    const begins = text.startsWith(`${NEXT_THREAD}\n`);
    const message = { author, ...(at && { at }), text: begins ? text.slice(NEXT_THREAD.length + 1) : text };
    const last = threads.at(-1);
    if (begins || !last) threads.push({ messages: [message], resolved });
    else last.messages.push(message);
  }
  return threads;
};

/**
 * The claim that a thread of comments is, where it was written by an export of ours: its first comment begins with "Claim:" and ends with the
 * claim's address. What a person sees in it is what counts; what is no field of a claim stays as words.
 */
export const claimInComment = ([first, ...answers]: CommentThread): ReadClaim | undefined => {
  const text = first.text.trim();
  if (!text.startsWith(`${LABELS.claim}:`) || !ADDRESS.test(text.slice(text.lastIndexOf('\n') + 1))) return undefined;
  const [statement = '', ...lines] = text.split(BEGINS);
  const fields: Record<string, unknown> = {};
  const attribution: Claimant[] = [];
  const told: string[] = [];
  const stated = statement.slice(LABELS.claim.length + 1).trim();
  const said = read(CLAIM_FIELDS.statement, stated === IN_ITS_WORDS ? '' : stated);
  if (said === undefined) told.push(statement);
  else fields.statement = said;
  for (const line of lines) {
    const [label = '', words = ''] = line.split(/: (.*)/s);
    const key = FIELDS.get(label);
    if (key === 'attribution') {
      const claimant = claimantOf(words);
      if (claimant) attribution.push(claimant);
      else told.push(line);
      continue;
    }
    const value = key && read(CLAIM_FIELDS[key] as Field<unknown>, words);
    if (key && value !== undefined) fields[key] = value;
    else told.push(line);
  }
  return {
    fields: { ...fields, ...(attribution.length > 0 && { attribution }) },
    told: told.join('\n'),
    threads: threadsOf(answers),
  };
};
