import { CLAIM_FIELDS } from '../../claim.ts';
import { GERMAN_FIELDS } from '../../german-fields.ts';
import { SOURCE_FIELDS } from '../../source.ts';
import { EVIDENCE_LINES } from '../evidence-lines.ts';
import { labelsFor } from './details.ts';
import { GERMAN_LABELS, LABELS } from './labels.ts';

/** Every label with which a line of a comment about a claim may begin, in each language in which it is read. */
const KNOWN: readonly string[] = [
  ...Object.entries(CLAIM_FIELDS).flatMap(([key, field]) => labelsFor(key, field, GERMAN_FIELDS.claim)),
  ...Object.values(LABELS),
  ...Object.values(GERMAN_LABELS),
  ...Object.entries(EVIDENCE_LINES).flatMap(([key, field]) => labelsFor(key, field, GERMAN_FIELDS.evidence)),
  ...labelsFor('url', SOURCE_FIELDS.url, GERMAN_FIELDS.source),
];

const LABEL = `(?:${[...new Set(KNOWN)].join('|')}): `;

/** What divides a comment about a claim into its lines: where the next label begins, or the address at the end. */
const BEGINS = new RegExp(`\\n(?=${LABEL}|https?://\\S+$)`);

const LIKE_A_LABEL = new RegExp(`\\n( *)(?=${LABEL})`, 'g');

/** The words of a line of which a later row looks like a label: a space before it tells it from one. */
export const guarded = (words: string): string => words.replaceAll(LIKE_A_LABEL, '\n$1 ');

const unguarded = (words: string): string =>
  words.replaceAll(LIKE_A_LABEL, (_, spaces: string) => `\n${spaces.slice(1)}`);

/** The lines of a comment about a claim, each with its label, as they were before they were guarded. */
export const linesOfComment = (text: string): readonly string[] => text.split(BEGINS).map(unguarded);
