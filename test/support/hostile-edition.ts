import { CLAIMANT_FIELDS } from '../../shared/attribution.ts';
import { CLAIM_FIELDS } from '../../shared/claim.ts';
import { EVIDENCE_FIELDS } from '../../shared/evidence.ts';
import type { Edition } from '../../shared/export/format.ts';
import type { Field, Fields } from '../../shared/fields.ts';
import { SOURCE_FIELDS } from '../../shared/source.ts';
import type { Visibility } from '../../shared/visibility.ts';
import { evidence, paragraph, verdict, writing } from './edition.ts';

type Values = Readonly<Record<string, unknown>>;

const OTHER: Readonly<Record<string, (field: Field<unknown>, text: string) => unknown>> = {
  date: () => '2026-03',
  address: () => 'https://a.example/?q="<\'',
  choice: (field) => Object.keys(field.choices ?? {})[0] ?? '',
  texts: (_, text) => (text.trim() === '' ? [] : [valueOfLength(text, 20)]),
  reviewer: () => 'una',
  claim: () => '',
  language: () => 'zh-Hant',
  sources: () => [],
  visibility: () => ['una'],
  pin: (_, text) => {
    const exact = text.trim() === '' ? 'x' : text;
    return { capture: 'k', sha256: 'a'.repeat(64), quote: { exact, prefix: text, suffix: text }, start: 0 };
  },
  calculation: (_, text) => {
    const unit = valueOfLength(text, 20);
    const input = { name: 'a', value: '1', bound: 'exact', margin: '', unit, evidence: '', revision: 0 };
    const rounding = { digits: 1, significant: false, way: 'nearest' };
    return {
      formula: text.trim() === '' ? 'x' : valueOfLength(text, 200),
      inputs: [input],
      unit,
      ...rounding,
      low: '1',
      high: '',
    };
  },
  time: () => '00:00:01',
  attribution: (_, text) => (text.trim() === '' ? [] : [filled(CLAIMANT_FIELDS, text), filled(CLAIMANT_FIELDS, text)]),
};

const valueOfLength = (text: string, length: number): string => [...text].slice(0, length).join('');

const valueFor = (field: Field<unknown>, text: string): unknown => {
  const other = OTHER[field.input];
  if (other) return other(field, text);
  try {
    return field.parse(text, '');
  } catch {
    return valueOfLength(text, 30);
  }
};

/** A value for every field of a table: the text where a text can be. */
const filled = (fields: Fields, text: string): Values =>
  Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, valueFor(field, text)]));

/** Formats write it beside every claim: of all the texts it would make files of 20 MB that say nothing more. */
const deskName = (texts: readonly string[]): string => texts.slice(0, 30).join('');

/** An article in which every text is one of the given, once each: title, words, fields, passages, rationales, the name of who did it; of the sources and the evidence by whom they are seen. */
export const hostileEdition = (texts: readonly string[], visibility: Visibility = ['una']): Edition => {
  const log = writing(
    texts[0] ?? '',
    texts.map((text) => paragraph(`A ${text} z`)),
  );
  const position = { at: log.article.doc.firstChild?.nodeSize ?? 0 };
  texts.forEach((text, index) => {
    const [claim, source, by] = [`c${index}`, `s${index}`, `p${index}`];
    const place = { from: position.at + 3, to: position.at + 3 + text.length };
    const quote = { exact: text.trim() === '' ? 'x' : text, prefix: text, suffix: text };
    const fields = { ...filled(SOURCE_FIELDS, text.trim() === '' ? 'x' : text), visibility };
    log
      .act(by, { kind: 'claim.mark', claim, place, quote, fields: filled(CLAIM_FIELDS, text) })
      .act(by, { kind: 'source.add', source, fields })
      .act(
        by,
        evidence(`e${index}`, claim, source, { ...filled(EVIDENCE_FIELDS, text), visibility } as Record<
          string,
          string
        >),
      )
      .act(by, verdict(`v${index}`, claim, 'false', text));
    if (text.trim() !== '') log.act(by, { kind: 'thread.open', thread: `t${index}`, claim, message: 'm', text });
    const to = /\s/.test(text) ? 'x' : text;
    log.act(by, {
      kind: 'correction.suggest',
      correction: `k${index}`,
      place,
      quote: { exact: 'y' },
      to,
      why: text,
    });
    position.at += log.article.doc.child(index + 1).nodeSize;
  });
  const people = Object.fromEntries(texts.map((name, index) => [`p${index}`, { name }]));
  return log.edition({ people, desk: { name: deskName(texts), url: 'javascript:alert(1)' } });
};
