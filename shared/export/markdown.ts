import { anchorOf } from '../article.ts';
import type { Claimant } from '../attribution.ts';
import { CLAIM_FIELDS } from '../claim.ts';
import { claimFieldsOf } from '../claim-types.ts';
import { EVIDENCE_FIELDS, type Evidence } from '../evidence.ts';
import { evidenceOf, type Outcome, outcomeLabel, outcomeOf } from '../outcome.ts';
import { pagesInWords } from '../pages.ts';
import { placeInWords } from '../pin.ts';
import { rationaleOf, rationaleWords } from '../rationale.ts';
import { mainOf } from '../relations.ts';
import { SOURCE_FIELDS, type Source, sourceName } from '../source.ts';
import { plainText } from '../text.ts';
import { STALE } from '../verdict.ts';
import { repliesTo } from './columns.ts';
import { claimAddress, type Edition, type Format } from './format.ts';
import { noPlaceFor } from './losses.ts';
import { apart, blocksMarkdown, item, quoted } from './markdown/blocks.ts';
import { escapedInOne, escapedLines, linked } from './markdown/escaped.ts';
import { selectionInWords } from './selected.ts';
import { type Standing, standings } from './standing.ts';
import { statedOf } from './stated.ts';
import { webAddress } from './web-address.ts';

type Lines = readonly string[];

const joined = (parts: readonly string[], by = ', '): string => parts.filter((part) => part !== '').join(by);

/** Lines that stay apart in one paragraph. */
const lines = (text: string): Lines => {
  const all = escapedLines(text);
  return all.map((line, index) => (index < all.length - 1 ? `${line}\\` : line));
};

const named = (label: string, words: string): Lines => (words === '' ? [] : item('-', [`**${label}:** ${words}`]));

/** Who said it, link by link: "Ada Minister (minister of the moon), citing Dairy Board, 2025". */
const linkInWords = ({ name, role, verb, words, place, date }: Claimant, index: number): string =>
  escapedInOne(
    joined([joined([index === 0 ? '' : verb, name, role && `(${role})`], ' '), place, date, words && `“${words}”`]),
  );

const outcomeInWords = (outcome: Outcome): string =>
  joined([
    `${escapedInOne(outcomeLabel(outcome))} (${outcome.verdict.scale})`,
    outcome.stale ? STALE[outcome.stale] : '',
    outcome.verdict.givenAt.slice(0, 10),
  ]);

const rationaleLines = ({ article }: Edition, claim: string, outcome: Outcome | undefined): Lines => {
  const shared = rationaleOf(article.rationales, claim);
  return rationaleWords(shared) === '' ? lines(outcome?.verdict.rationale ?? '') : blocksMarkdown(shared.doc);
};

/** A source in a line: what it is called, with its address behind, and what is known of it. */
const sourceLine = (source: Source): string => {
  const { people, publisher, date, kind, calculation, language } = source;
  const more = [people.join(', '), publisher, date, SOURCE_FIELDS.kind.show(kind), language];
  const worked = SOURCE_FIELDS.calculation.show(calculation);
  return joined([
    linked(escapedInOne(sourceName(source)), webAddress(source.url)),
    ...[...more, worked].map(escapedInOne),
    webAddress(source.url) === '' && source.title !== '' ? escapedInOne(source.url) : '',
  ]);
};

const evidenceLines = (
  edition: Edition,
  { source: from, stance, passage, pin, time, manner, note, revision, id }: Evidence,
): Lines => {
  const source = edition.article.sources.get(from);
  if (!source) throw new Error(`the evidence ${id} has no source`);
  const place = joined([pin === '' ? '' : escapedInOne(placeInWords(pin)), time, EVIDENCE_FIELDS.manner.show(manner)]);
  const copy = pin === '' ? '' : `Frozen copy: SHA-256 ${pin.sha256}`;
  const about = joined([`**${EVIDENCE_FIELDS.stance.show(stance)}:** ${sourceLine(source)}`, place], '; ');
  return item(
    '-',
    apart([
      [about],
      quoted(lines(passage)),
      lines(note),
      [joined([copy, revision > 0 ? `revision ${revision}` : ''])].filter(Boolean),
    ]),
  );
};

const claimLines = (edition: Edition, { claim, at, state }: Standing, number: number): Lines => {
  const { article } = edition;
  const outcome = outcomeOf(article, claim.id);
  const main = mainOf(article.claims, claim.id);
  const words = at?.words ?? claim.quote.exact;
  const { kind } = claimFieldsOf(article);
  const facts = [
    ...named(CLAIM_FIELDS.attribution.label, joined(claim.attribution.map(linkInWords))),
    ...named(CLAIM_FIELDS.saidOn.label, claim.saidOn),
    ...named(CLAIM_FIELDS.saidAt.label, escapedInOne(claim.saidAt)),
    ...named(kind.label, escapedInOne(kind.show(claim.kind))),
    ...named(CLAIM_FIELDS.tags.label, escapedInOne(claim.tags.join(', '))),
    ...named('Page', claim.pages ? pagesInWords(claim.pages) : ''),
    ...named('Anchor', state === 'exact' ? '' : state),
    ...named('Outcome', outcome ? outcomeInWords(outcome) : 'none yet'),
  ];
  const section = (heading: string, body: Lines): Lines => (body.length === 0 ? [] : [`#### ${heading}`, '', ...body]);
  return apart([
    [
      `### ${linked(`\\[${number}\\]`, claimAddress(edition, claim.id))} ${escapedInOne(claim.statement || words)}`.trim(),
    ],
    quoted(lines(words)),
    facts,
    section('Rationale', rationaleLines(edition, claim.id, outcome)),
    section('Evidence', apart(evidenceOf(article, main).map((each) => evidenceLines(edition, each)))),
    section(
      'Replies',
      repliesTo(edition, claim.id).flatMap((reply) => item('-', lines(reply))),
    ),
  ]);
};

const usedSources = ({ article }: Edition, all: readonly Standing[]): readonly Source[] => {
  const used = new Set(
    all.flatMap(({ claim }) => evidenceOf(article, mainOf(article.claims, claim.id)).map(({ source }) => source)),
  );
  return [...used].flatMap((id) => article.sources.get(id) ?? []);
};

/** The number of each claim, as a link, behind the last of its words. */
const numbersBehind = (edition: Edition, all: readonly Standing[]): ReadonlyMap<number, string> => {
  const { article } = edition;
  const plain = plainText(article.doc);
  const behind = new Map<number, string>();
  all.forEach(({ claim, at }, index) => {
    if (!at) return;
    let last = plain.offsetOf(anchorOf(article, claim.id).to) - 1;
    while (plain.text[last] === '\n') last -= 1;
    const position = plain.positionOf(last) + 1;
    const number = linked(`\\[${index + 1}\\]`, claimAddress(edition, claim.id));
    behind.set(position, `${behind.get(position) ?? ' '}${number}`);
  });
  return behind;
};

const aboutLines = (edition: Edition): Lines => {
  const { article, version, hash, exportedAt, scales, evidence } = statedOf(edition);
  const { origin } = edition.article;
  return [
    ...named('Article', linked(escapedInOne(article), webAddress(article))),
    ...named('Version', `${version}, SHA-256 ${hash}`),
    ...named('Claims', selectionInWords(edition)),
    ...named('Scale', escapedInOne(scales.join(', '))),
    ...named('Evidence', escapedInOne(evidence.join(', '))),
    ...named('First published', linked(escapedInOne(origin.outlet || origin.url), webAddress(origin.url))),
    ...named('Checked by', linked(escapedInOne(edition.desk.name), webAddress(edition.desk.url))),
    ...named('Exported', exportedAt),
  ];
};

/**
 * The article in CommonMark, a number behind the words of each claim; then a section a claim with who said it, its outcome, the
 * rationale and the evidence, the sources, and of which versions it was made. Texts are escaped: none becomes HTML, a link or structure.
 * Pictures are links, so that none is fetched while it is read.
 */
export const markdown: Format = {
  label: 'Markdown: the article with its claims',
  mediaType: 'text/markdown; charset=utf-8; variant=CommonMark',
  extension: 'md',
  purpose: 'publish',
  audience: 'public',
  write: (edition) => {
    const all = standings(edition.article);
    const chapter = (heading: string, body: Lines): Lines => (body.length === 0 ? [] : [`## ${heading}`, '', ...body]);
    const written = apart([
      blocksMarkdown(edition.article.doc, numbersBehind(edition, all)),
      ['***'],
      chapter('Claims', apart(all.map((standing, index) => claimLines(edition, standing, index + 1)))),
      chapter(
        'Sources',
        usedSources(edition, all).flatMap((source) => item('-', [sourceLine(source)])),
      ),
      chapter('About this file', aboutLines(edition)),
    ]);
    return `${written.join('\n')}\n`;
  },
  losses: (edition) =>
    noPlaceFor('Markdown', edition, [
      'workDetails',
      'parts',
      'sourceOrigins',
      'unusedSources',
      'otherVerdicts',
      'signedRationales',
      'threads',
      'corrections',
      'asides',
      'contacts',
      'work',
    ]),
};
