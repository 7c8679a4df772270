import { EVIDENCE_FIELDS } from '../../../shared/evidence.ts';
import { labelsFor, readDetails, readField } from '../../../shared/export/docx/details.ts';
import { GERMAN_LABELS, LABELS } from '../../../shared/export/docx/labels.ts';
import { EVIDENCE_LINES, SOURCE_DETAILS } from '../../../shared/export/evidence-lines.ts';
import type { Field } from '../../../shared/fields.ts';
import { GERMAN_FIELDS } from '../../../shared/german-fields.ts';
import { SOURCE_FIELDS } from '../../../shared/source.ts';
import type { ReadEvidence } from '../remarks.ts';

/** A line of a comment: its label and what follows it. */
export interface LabelledLine {
  readonly label: string;
  readonly words: string;
  readonly line: string;
}

const labelsOf = (key: keyof typeof LABELS): readonly string[] => [LABELS[key], GERMAN_LABELS[key]];

const SOURCE = labelsOf('source');
const BESIDE = [...labelsOf('place'), ...labelsOf('copy')];
const ADDRESS = labelsFor('url', SOURCE_FIELDS.url, GERMAN_FIELDS.source);
const KEYS: ReadonlyMap<string, keyof typeof EVIDENCE_LINES> = new Map(
  Object.entries(EVIDENCE_LINES).flatMap(([key, field]) =>
    labelsFor(key, field, GERMAN_FIELDS.evidence).map((label) => [label, key as keyof typeof EVIDENCE_LINES] as const),
  ),
);

const isOfEvidence = ({ label }: LabelledLine): boolean =>
  KEYS.has(label) || [SOURCE, BESIDE, ADDRESS].some((labels) => labels.includes(label));

const stanceIn = (words: string): unknown =>
  readField(EVIDENCE_FIELDS.stance, words.replace(/ \([^()]* \d+\)$/, ''), GERMAN_FIELDS.evidence.stance) || undefined;

const sourceIn = (lines: readonly LabelledLine[]): ReadEvidence['source'] | undefined => {
  const named = lines.filter(({ label }) => SOURCE.includes(label));
  const addresses = lines.filter(({ label }) => ADDRESS.includes(label));
  const url = addresses.length === 0 ? '' : readField(SOURCE_FIELDS.url, addresses[0]?.words ?? '');
  const read = named.length === 1 && readDetails(named[0]?.words ?? '', SOURCE_DETAILS, GERMAN_FIELDS.source);
  if (!read || url === undefined || addresses.length > 1) return undefined;
  const title = read.name === url ? '' : readField(SOURCE_FIELDS.title, read.name);
  return title === undefined || (title === '' && url === '') ? undefined : { ...read.values, title, url };
};

const fieldsIn = (lines: readonly LabelledLine[]): Readonly<Record<string, unknown>> | undefined => {
  const fields: Record<string, unknown> = {};
  for (const { label, words } of lines) {
    const key = KEYS.get(label);
    if (!key) continue;
    const value = readField(EVIDENCE_LINES[key] as Field<unknown>, words, GERMAN_FIELDS.evidence[key]);
    if (value === undefined || key in fields) return undefined;
    fields[key] = value;
  }
  return fields;
};

/**
 * The evidence that the lines of a comment tell from the one that names its stance on: a record where every line of it can be read, else
 * nothing. `told` is what stays as words of it; `rest` are the lines that are no part of it.
 */
export const evidenceInLines = (
  lines: readonly LabelledLine[],
): { readonly evidence?: ReadEvidence; readonly told: readonly string[]; readonly rest: readonly LabelledLine[] } => {
  const [first, ...others] = lines;
  const end = others.findIndex((line) => !isOfEvidence(line));
  const own = end < 0 ? others : others.slice(0, end);
  const rest = end < 0 ? [] : others.slice(end);
  const stance = first && stanceIn(first.words);
  const source = sourceIn(own);
  const fields = fieldsIn(own);
  if (stance === undefined || !source || !fields)
    return { told: [...(first ? [first.line] : []), ...own.map(({ line }) => line)], rest };
  // A place in a copy cannot be brought along, since the copy is not: it is told with the name of its source.
  const beside = own.filter(({ label }) => BESIDE.includes(label)).map(({ line }) => line);
  const told = beside.length === 0 ? [] : [[`${source.title || source.url}:`, ...beside].join('\n')];
  return { evidence: { source, fields: { ...fields, stance } as ReadEvidence['fields'] }, told, rest };
};
