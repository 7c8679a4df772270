import { EVIDENCE_FIELDS, type Evidence } from '../evidence.ts';
import type { Fields } from '../fields.ts';
import { GERMAN_FIELDS } from '../german-fields.ts';
import { placeInWords } from '../pin.ts';
import { SOURCE_FIELDS, type Source, sourceName } from '../source.ts';
import { withDetails } from './docx/details.ts';
import { LABELS } from './docx/labels.ts';
import type { Line } from './docx/line.ts';
import type { Edition } from './format.ts';

const { kind, publisher, people, date, language, primary } = SOURCE_FIELDS;

/** What is told of a source behind its name. */
export const SOURCE_DETAILS = { kind, publisher, people, date, language, primary } as const satisfies Fields;

/** What is told of evidence, a line each. */
export const EVIDENCE_LINES = {
  passage: EVIDENCE_FIELDS.passage,
  manner: EVIDENCE_FIELDS.manner,
  time: EVIDENCE_FIELDS.time,
  note: EVIDENCE_FIELDS.note,
} as const satisfies Fields;

const sourceInWords = (source: Source): string =>
  withDetails(
    source.title || sourceName(source),
    SOURCE_DETAILS,
    source as unknown as Readonly<Record<string, unknown>>,
    GERMAN_FIELDS.source,
  );

/** Where a frozen copy is looked at by those who may. */
const copyAddress = (article: string, capture: string): string =>
  `${article.replace(/\/articles\/(?=[^/]*$)/, '/api/articles/')}/captures/${encodeURIComponent(capture)}`;

/** Evidence as lines: its stance, its source with the address, its words, where they stand, its note, its frozen copy. */
export const evidenceLines = ({ article, address }: Edition, evidence: Evidence): readonly Line[] => {
  const source = article.sources.get(evidence.source);
  const { pin, revision } = evidence;
  const shown = { ...evidence, passage: evidence.passage || (pin ? pin.quote.exact : '') };
  const place = pin && placeInWords(pin);
  const lines: readonly Line[] = [
    {
      label: LABELS.evidence,
      text: `${EVIDENCE_FIELDS.stance.show(evidence.stance)}${revision > 0 ? ` (revision ${revision})` : ''}`,
    },
    { label: LABELS.source, text: source ? sourceInWords(source) : evidence.source },
    ...(source?.url ? [{ label: SOURCE_FIELDS.url.label, text: source.url, address: source.url }] : []),
    ...Object.entries(EVIDENCE_LINES).map(([key, field]) => ({
      label: field.label,
      text: field.show(shown[key as keyof typeof EVIDENCE_LINES] as never),
    })),
    { label: LABELS.place, text: place },
    {
      label: LABELS.copy,
      text: pin === '' ? '' : `${copyAddress(address, pin.capture)}, SHA-256 ${pin.sha256}`,
    },
  ];
  return lines.filter(({ text }) => text !== '');
};
