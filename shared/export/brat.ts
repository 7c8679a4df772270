import type { Article } from '../article.ts';
import { CLAIM_KINDS, type Claim } from '../claim.ts';
import { claimFieldsOf } from '../claim-types.ts';
import { EVIDENCE_FIELDS } from '../evidence.ts';
import { evidenceOf, type Outcome, outcomeOf } from '../outcome.ts';
import { publishedRationale } from '../rationale.ts';
import { mainOf, parentOf } from '../relations.ts';
import { sourceName } from '../source.ts';
import { plainText } from '../text.ts';
import { isInSight } from '../thread.ts';
import { WORK } from '../work.ts';
import { workOf } from '../work-now.ts';
import { repliesTo } from './columns.ts';
import { type Archive, claimAddress, type Edition, type Format, nameOf } from './format.ts';
import { noPlaceFor } from './losses.ts';
import { type Standing, type Stretch, standings, stretches } from './standing.ts';
import { statedOf } from './stated.ts';
import { webAddress } from './web-address.ts';

/** A text on one line, as everything in a standoff file is. */
const inLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim();

/**
 * A text in which only `\n` ends a line, in every program: what else could is a space, so that each character stays where it was.
 */
const withPlainLines = (text: string): string => text.replaceAll(/(?!\n)[\p{Cc}\u2028\u2029]/gu, ' ');

/** A name as brat takes it for a type or a value: letters, digits, `-` and `_`. */
const nameFor = (id: string): string => id.replaceAll(/[^A-Za-z0-9_-]/g, '_') || '_';

/**
 * Where a stretch is, and its words: none of the pieces of a span goes over the end of a line, so one that does is discontinuous
 * (brat standoff, "Discontinuous text-bound annotations"). Offsets count code points of the text, the end not included.
 */
const spanOf = ({ start, words }: Stretch): string => {
  let at = start;
  const pieces: string[] = [];
  const lines = withPlainLines(words).split('\n');
  for (const line of lines) {
    const length = [...line].length;
    if (length > 0) pieces.push(`${at} ${at + length}`);
    at += length + 1;
  }
  return `${pieces.join(';')}\t${lines.filter((line) => line !== '').join(' ')}`;
};

/** The lines of a standoff file, each with an id of its kind: T1, A1, R1, #1. */
class Standoff {
  readonly #lines: string[] = [];
  readonly #counts: Record<string, number> = {};

  add(kind: 'T' | 'A' | 'R' | '#', rest: string): string {
    this.#counts[kind] = (this.#counts[kind] ?? 0) + 1;
    const id = `${kind}${this.#counts[kind]}`;
    this.#lines.push(`${id}\t${rest}`);
    return id;
  }

  entity(type: string, at: Stretch): string {
    return this.add('T', `${type} ${spanOf(at)}`);
  }

  attribute(name: string, of: string, value: string): void {
    if (value !== '') this.add('A', `${name} ${of} ${nameFor(value)}`);
  }

  note(of: string, text: string): void {
    const words = inLine(text);
    if (words !== '') this.add('#', `AnnotatorNotes ${of}\t${words}`);
  }

  get text(): string {
    return this.#lines.map((line) => `${line}\n`).join('');
  }
}

const outcomeName = (outcome: Outcome | undefined): string => {
  if (!outcome) return '';
  return outcome.disputed ? 'disputed' : outcome.undecided ? 'undecided' : outcome.rating.id;
};

const evidenceNotes = ({ article }: Edition, claim: string): readonly string[] =>
  evidenceOf(article, mainOf(article.claims, claim)).map(({ source: from, stance, passage, note }) => {
    const source = article.sources.get(from);
    const cited = source ? [sourceName(source), source.title === '' ? '' : webAddress(source.url)] : [];
    const words = [...cited, passage && `“${passage}”`, note].filter((each) => each !== '').join(' · ');
    return `${EVIDENCE_FIELDS.stance.show(stance)}: ${words}`;
  });

const claimNotes = (edition: Edition, claim: Claim, outcome: Outcome | undefined): readonly string[] => {
  const { attribution, saidOn, saidAt } = claimFieldsOf(edition.article);
  const rationale = publishedRationale(edition.article.rationales, claim.id, outcome?.verdict);
  const labelled = (label: string, words: string): string => (words === '' ? '' : `${label}: ${words}`);
  return [
    labelled('Statement', claim.statement),
    labelled(attribution.label, attribution.show(claim.attribution)),
    labelled(saidOn.label, claim.saidOn),
    labelled(saidAt.label, claim.saidAt),
    labelled('Outcome', outcome ? `${outcome.rating.label} (${outcome.verdict.scale})` : ''),
    labelled('Rationale', rationale),
    ...evidenceNotes(edition, claim.id),
    ...repliesTo(edition, claim.id),
    claimAddress(edition, claim.id),
  ];
};

/** The claims of which words are left, each by its id here. */
const addClaims = (out: Standoff, edition: Edition, all: readonly Standing[]): ReadonlyMap<string, string> => {
  const ids = new Map<string, string>();
  for (const { claim, at, state } of all) {
    if (!at) continue;
    const id = out.entity('Claim', at);
    const outcome = outcomeOf(edition.article, claim.id);
    ids.set(claim.id, id);
    out.attribute('Kind', id, claim.kind);
    out.attribute('Anchor', id, state);
    out.attribute('Outcome', id, outcomeName(outcome));
    out.attribute('Work', id, workOf(edition.article, claim.id).state);
    for (const note of claimNotes(edition, claim, outcome)) out.note(id, note);
  }
  return ids;
};

const addRelations = (out: Standoff, { claims }: Article, ids: ReadonlyMap<string, string>): void => {
  const relate = (name: string, from: string, to: string | undefined): void => {
    const [one, other] = [ids.get(from), to === undefined ? undefined : ids.get(to)];
    if (one && other && one !== other) out.add('R', `${name} Arg1:${one} Arg2:${other}`);
  };
  for (const claim of ids.keys()) {
    relate('Part_of', claim, parentOf(claims, claim));
    relate('Same_as', claim, mainOf(claims, claim));
  }
};

/** What else stands on words: what is said about them, what they should be instead, that there is nothing to check in them. */
const addOthers = (out: Standoff, edition: Edition): void => {
  const { article } = edition;
  const at = stretches(article);
  const entity = (type: string, of: string, notes: readonly string[]): void => {
    const place = at(of);
    if (!place) return;
    const id = out.entity(type, place);
    for (const note of notes) out.note(id, note);
  };
  for (const each of article.asides.values()) if (!each.withdrawn) entity('Nothing_to_check', each.id, []);
  for (const { id, to, why, withdrawn } of article.corrections.values())
    if (!withdrawn) entity('Correction', id, [`Instead: ${to}`, why]);
  for (const thread of article.threads.values()) {
    const messages = thread.messages.filter((message) => !message.withdrawn);
    if (thread.quote && isInSight(article, thread))
      entity(
        'Remark',
        thread.id,
        messages.map(({ reviewer, text }) => `${nameOf(edition, reviewer)}: ${text}`),
      );
  }
};

const ANCHORS = ['exact', 'moved', 'changed'];

/** Which types, values and relations there are; spans may be in each other and cross. */
const configuration = ({ article }: Edition, all: readonly Standing[]): string => {
  const outcomes = all.map(({ claim }) => outcomeName(outcomeOf(article, claim.id)));
  const values = (some: readonly string[]): string => [...new Set(some.filter(Boolean).map(nameFor))].join('|');
  const kinds = [...Object.keys(CLAIM_KINDS), ...all.map(({ claim }) => claim.kind)];
  const attribute = (name: string, of: string): readonly string[] =>
    of === '' ? [] : [`${name}\tArg:Claim, Value:${of}`];
  return [
    ...['[entities]', 'Claim', 'Nothing_to_check', 'Correction', 'Remark', ''],
    ...['[relations]', 'Part_of\tArg1:Claim, Arg2:Claim', 'Same_as\tArg1:Claim, Arg2:Claim'],
    ...['<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>', ''],
    ...['[events]', '', '[attributes]'],
    ...attribute('Kind', values(kinds)),
    ...attribute('Anchor', values(ANCHORS)),
    ...attribute('Outcome', values(outcomes)),
    ...attribute('Work', values(Object.keys(WORK))),
    '',
  ].join('\n');
};

/**
 * brat standoff: the text, the claims on it with attributes, relations and notes, and the configuration that brat needs to show them.
 * Spans count Unicode code points, as brat does. What has no words left has no place here.
 */
export const brat: Format = {
  label: 'Standoff for brat: text and annotations, for data sets',
  mediaType: 'application/zip',
  extension: 'zip',
  purpose: 'data',
  audience: 'desk',
  write: (edition): Archive => {
    const all = standings(edition.article);
    const out = new Standoff();
    const ids = addClaims(out, edition, all);
    addRelations(out, edition.article, ids);
    addOthers(out, edition);
    return {
      parts: [
        { path: 'article.txt', content: withPlainLines(plainText(edition.article.doc).text) },
        { path: 'article.ann', content: out.text },
        { path: 'annotation.conf', content: configuration(edition, all) },
        { path: 'about.json', content: `${JSON.stringify(statedOf(edition), null, 2)}\n` },
      ],
    };
  },
  losses: (edition) =>
    noPlaceFor('The brat standoff', edition, [
      'orphans',
      'attributionDetails',
      'workDetails',
      'sourceOrigins',
      'sourceDetails',
      'unusedSources',
      'scale',
      'otherVerdicts',
      'rationaleForm',
      'signedRationales',
      'resolutions',
      'contacts',
      'workSteps',
    ]),
};
