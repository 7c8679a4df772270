import { CLAIMANT_FIELDS, type Claimant } from '../../../shared/attribution.ts';
import { CLAIM_FIELDS, type ClaimFields } from '../../../shared/claim.ts';
import { labelsFor, readDetails, readField } from '../../../shared/export/docx/details.ts';
import { linesOfComment } from '../../../shared/export/docx/grammar.ts';
import {
  GERMAN_LABELS,
  GERMAN_PHRASES,
  IN_ITS_WORDS,
  LABELS,
  NEXT_THREAD,
} from '../../../shared/export/docx/labels.ts';
import type { Field } from '../../../shared/fields.ts';
import { GERMAN_FIELDS } from '../../../shared/german-fields.ts';
import type { ReadClaim, ReadEvidence } from '../remarks.ts';
import { evidenceInLines, type LabelledLine } from './evidence-in-lines.ts';
import type { Comment, CommentThread } from './written.ts';

const ADDRESS = /^https?:\/\/\S+\/articles\/[^/#\s]+#claim-(\S+)$/;

const KEYS: ReadonlyMap<string, keyof ClaimFields> = new Map(
  Object.entries(CLAIM_FIELDS).flatMap(([key, field]) =>
    labelsFor(key, field, GERMAN_FIELDS.claim).map((label) => [label, key as keyof ClaimFields] as const),
  ),
);

/** The claim that another is tied to: what it says with its address, as `claimInWords` writes it, or its name alone, as it once did. */
const tiedTo = (words: string): string | undefined =>
  /#claim-([\w.:-]+)\)?$/.exec(words)?.[1] ?? /^[\w.:-]+$/.exec(words)?.[0];

const IN_WORDS: readonly string[] = [IN_ITS_WORDS, GERMAN_PHRASES.inItsWords];

const { name: _, ...CLAIMANT_DETAILS } = CLAIMANT_FIELDS;

/** One link of an attribution, as `claimInWords` writes it; nothing where it is written otherwise. */
const claimantOf = (words: string): Claimant | undefined => {
  const read = readDetails(words, CLAIMANT_DETAILS, GERMAN_FIELDS.claimant);
  try {
    return read && CLAIM_FIELDS.attribution.parse([{ name: read.name, ...read.values }], '')[0];
  } catch {
    return undefined;
  }
};

/** The words of a message without what marks it as the first of another thread; nothing where it is not marked. */
const afterMark = (text: string): string | undefined => {
  const mark = [NEXT_THREAD, GERMAN_PHRASES.nextThread].find((each) => text.startsWith(`${each}\n`));
  return mark === undefined ? undefined : text.slice(mark.length + 1);
};

const threadsOf = (answers: readonly Comment[]): ReadClaim['threads'] => {
  const threads: { messages: { author: string; at?: string; text: string }[]; resolved: boolean }[] = [];
  for (const { author, at, text, resolved = false } of answers) {
    const marked = afterMark(text);
    const message = { author, ...(at && { at }), text: marked ?? text };
    const last = threads.at(-1);
    if (marked !== undefined || !last) threads.push({ messages: [message], resolved });
    else last.messages.push(message);
  }
  return threads;
};

const isLabelled = (key: keyof typeof LABELS, label: string): boolean =>
  label === LABELS[key] || label === GERMAN_LABELS[key];

const labelled = (line: string): LabelledLine => {
  const at = line.indexOf(': ');
  return { label: line.slice(0, Math.max(at, 0)), words: line.slice(at + 2), line };
};

/** The lines before the first that begins evidence, and those of each piece of evidence with what follows it. */
const inPieces = (lines: readonly LabelledLine[]): readonly (readonly LabelledLine[])[] => {
  const pieces: LabelledLine[][] = [[]];
  for (const line of lines) {
    if (isLabelled('evidence', line.label)) pieces.push([line]);
    else pieces.at(-1)?.push(line);
  }
  return pieces;
};

/** What is told of a claim besides its statement: its fields, its evidence, and what is neither, as words. */
class Told {
  readonly fields: Record<string, unknown> = {};
  readonly ties: Record<string, string> = {};
  readonly attribution: Claimant[] = [];
  readonly evidence: ReadEvidence[] = [];
  readonly words: string[] = [];

  takeField({ label, words, line }: LabelledLine): void {
    if (isLabelled('page', label)) return; // of a file that this one is not
    const key = KEYS.get(label);
    const claimant = key === 'attribution' ? claimantOf(words) : undefined;
    if (claimant) {
      this.attribution.push(claimant);
      return;
    }
    const field = key && (CLAIM_FIELDS[key] as Field<unknown>);
    const isTie = field?.input === 'claim';
    const value = isTie ? tiedTo(words) : field && readField(field, words, GERMAN_FIELDS.claim[key]);
    if (key && isTie) this.ties[key] = line;
    if (key && value !== undefined) this.fields[key] = value;
    else this.words.push(line);
  }

  takeEvidence(piece: readonly LabelledLine[]): void {
    const { evidence, rest, told } = evidenceInLines(piece);
    if (evidence) this.evidence.push(evidence);
    this.words.push(...told);
    for (const line of rest) this.takeField(line);
  }
}

/**
 * The claim that a thread of comments is, where it was written by an export of ours: its first comment begins with "Claim:" and ends with the
 * claim's address. What a person sees in it is what counts; what can be read as no record stays as words.
 */
export const claimInComment = ([first, ...answers]: CommentThread): ReadClaim | undefined => {
  const text = first.text.trim();
  const [, id] = ADDRESS.exec(text.slice(text.lastIndexOf('\n') + 1)) ?? [];
  const [statement = '', ...lines] = linesOfComment(text);
  const begins = [LABELS.claim, GERMAN_LABELS.claim].find((label) => statement.startsWith(`${label}:`));
  if (id === undefined || begins === undefined) return undefined;
  const told = new Told();
  const stated = statement.slice(begins.length + 1).trim();
  const said = readField(CLAIM_FIELDS.statement, IN_WORDS.includes(stated) ? '' : stated);
  if (said === undefined) told.words.push(statement);
  else told.fields.statement = said;
  const [before = [], ...pieces] = inPieces(lines.map(labelled));
  for (const line of before) told.takeField(line);
  for (const piece of pieces) told.takeEvidence(piece);
  const { fields, ties, attribution, evidence, words } = told;
  return {
    id,
    fields: { ...fields, ...(attribution.length > 0 && { attribution }) },
    ties,
    evidence,
    told: words.join('\n'),
    threads: threadsOf(answers),
  };
};
