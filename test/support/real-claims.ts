import type { Edition } from '../../shared/export/format.ts';
import { SHIPPED } from '../../shared/scales.ts';
import { ANNO, broughtTo } from './annotations.ts';
import { paragraph, verdict, writing } from './edition.ts';
import { readMaterial } from './material.ts';

/** Where the claims are, beside the repository: those of AVeriTeC with their evidence, claims with who said them, and reviews. */
export const REAL = {
  averitec: '05-checkworthy/open/averitec_dev_even.json.gz',
  said: '05-checkworthy/open/averitec_source_claims_7500.json.gz',
  reviewed: '04-claimreview/open/claimskg',
} as const;

/** A claim that somebody checked. */
interface RealClaim {
  readonly words: string;
  readonly rating: 'true' | 'false' | 'mixed' | 'unproven';
  readonly speaker?: string;
  readonly saidOn?: string;
  readonly sources: readonly { readonly url: string; readonly passage: string }[];
}

const plain = (text: unknown): string =>
  (typeof text === 'string' ? text : '').toWellFormed().replaceAll(/\s+/g, ' ').trim();

/** `31-10-2020`, as the data sets write a day. */
const dayOf = (text: unknown): string => {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(plain(text)) ?? [];
  return year === '' ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

const RATINGS: Readonly<Record<string, RealClaim['rating']>> = {
  Supported: 'true',
  Refuted: 'false',
  'Conflicting Evidence/Cherrypicking': 'mixed',
};

type Row = Readonly<Record<string, unknown>>;

const answersOf = (row: Row): readonly Row[] =>
  (row.questions as readonly { readonly answers: readonly Row[] }[]).flatMap(({ answers }) => answers);

const averitec = (): readonly RealClaim[] =>
  (JSON.parse(readMaterial(REAL.averitec)) as readonly Row[]).map((row) => ({
    words: plain(row.claim),
    rating: RATINGS[String(row.label)] ?? 'unproven',
    speaker: plain(row.speaker),
    saidOn: dayOf(row.claim_date),
    sources: answersOf(row)
      .map((answer) => ({ url: plain(answer.source_url), passage: plain(answer.answer) }))
      .filter(({ url }) => /^https?:\/\/[^\s<>"{}|\\^`]+$/.test(url)),
  }));

const said = (): readonly RealClaim[] =>
  (JSON.parse(readMaterial(REAL.said)) as readonly Row[]).map((row) => ({
    words: plain(row.claim_text),
    rating: 'false',
    speaker: plain(row.source_claim),
    sources: [],
  }));

/** The rows of a table as RFC 4180 writes it, by the names in its first. */
const tableOf = (csv: string): readonly Readonly<Record<string, string>>[] => {
  const rows: string[][] = [[]];
  for (const [, quoted, bare = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  const [names = [], ...others] = rows.filter((row) => row.length > 1);
  return others.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])));
};

const reviewed = (): readonly RealClaim[] =>
  ['fatabyyano', 'politifact', 'truthorfiction'].flatMap((name) =>
    tableOf(readMaterial(`${REAL.reviewed}/output_sample_${name}.csv.gz`)).map((row) => ({
      words: plain(row.claimReview_claimReviewed),
      rating: row.rating_alternateName === 'True' ? ('true' as const) : ('false' as const),
      sources: [],
    })),
  );

/** So many real claims, each once: Arabic ones and those with evidence first. */
export const realClaims = (count: number): readonly RealClaim[] => {
  const seen = new Set<string>();
  return [...reviewed(), ...averitec(), ...said()]
    .filter(({ words }) => words.length > 10 && words.length < 1_500 && !seen.has(words) && seen.add(words))
    .slice(0, count);
};

/** A claim as an annotation of its words, and what it rests on as annotations of that one. */
const annotationsOf = ({ words, speaker, saidOn, sources }: RealClaim, index: number): readonly object[] => {
  const id = `https://claims.example/${index}`;
  const by = { name: speaker, kind: 'person', role: '', verb: '', words: '', place: '', date: '' };
  const field = (name: string, value: string, more: object = {}): readonly object[] =>
    value ? [{ type: 'TextualBody', purpose: 'describing', value, 'touchstone:field': name, ...more }] : [];
  const marked = {
    '@context': ANNO,
    id,
    type: 'Annotation',
    motivation: 'identifying',
    body: [
      ...field('statement', words),
      ...field('saidOn', saidOn ?? ''),
      ...field('attribution', speaker?.slice(0, 200) ?? '', {
        'touchstone:value': JSON.stringify([{ ...by, name: speaker?.slice(0, 200) }]),
      }),
    ],
    target: {
      source: 'https://news.example/',
      selector: { type: 'TextQuoteSelector', exact: words, prefix: `${index}» ` },
    },
  };
  const cited = sources.map(({ url, passage }, at) => ({
    '@context': ANNO,
    id: `${id}/sources/${at}`,
    type: 'Annotation',
    motivation: 'linking',
    body: { source: url, purpose: 'linking', selector: { type: 'TextQuoteSelector', exact: passage || '–' } },
    target: id,
  }));
  return [marked, ...cited];
};

const MAGAZINE = SHIPPED.find(({ id }) => id === 'magazine');

/** Articles of real claims, ten each amid emoji, Arabic and combining marks, brought in as annotations and judged; some on a scale without order. */
export const realEditions = (count: number): readonly Edition[] => {
  const claims = realClaims(count);
  const editions: Edition[] = [];
  for (let at = 0; at < claims.length; at += 10) {
    const some = claims.slice(at, at + 10);
    const lines = some.map(({ words }, index) => `«🌕 ${at + index}» ${words} — قال مصدر 👩‍🚀, cafe\u0301.`);
    const log = writing(`Claims ${at} 🌕`, lines.map(paragraph), { url: 'https://news.example/', language: 'en' });
    const isOrdered = (at / 10) % 5 !== 4;
    if (!isOrdered) log.act('una', { kind: 'article.configure', settings: { scale: MAGAZINE } });
    const file = some.flatMap((claim, index) => annotationsOf(claim, at + index));
    for (const parts of broughtTo(log.article, file).parts) log.act('una', ...parts);
    for (const [id, { statement }] of log.article.claims) {
      const rating = some.find(({ words }) => words === statement)?.rating ?? 'unproven';
      const given = verdict(`v-${id}`, id, isOrdered ? rating : 'confirmed', 'As it was found.');
      log.act('una', isOrdered ? given : { ...given, scale: 'magazine@1' });
    }
    editions.push(log.edition());
  }
  return editions;
};
