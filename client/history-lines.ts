import type { Article } from '../shared/article.ts';
import { claimFieldsOf } from '../shared/claim-types.ts';
import { ANSWER_FIELDS, ATTEMPT_FIELDS, CONTACT_FIELDS, QUESTION_FIELDS } from '../shared/contact.ts';
import { EVIDENCE_FIELDS } from '../shared/evidence.ts';
import type { Fields } from '../shared/fields.ts';
import type { Entry } from '../shared/log.ts';
import type { AnyPart } from '../shared/operations/index.ts';
import { ratingOf } from '../shared/scale.ts';
import { SETTINGS, scaleNamed } from '../shared/settings.ts';
import { isHidden } from '../shared/sight.ts';
import { SOURCE_FIELDS } from '../shared/source.ts';
import { keyOf } from '../shared/target.ts';
import { MOVES } from '../shared/work.ts';
import { type Named, namedAs, typedWords, wordsOfPart } from './given-back.ts';
import { ratingWords } from './scale-words.ts';
import { t } from './strings/index.ts';
import { worded } from './strings/worded.ts';

/** What one reviewer did at a stretch. */
export interface HistoryLine {
  /** The newest version in it. */
  readonly version: number;
  readonly reviewer: string;
  readonly at: string;
  readonly hash: string;
  readonly kinds: readonly Named[];
  /** The key of the text that it was typed in, where nothing else was done. */
  readonly typedIn?: string;
  /** What was written, marked or judged. */
  readonly words: string;
  /** What typing took out of the text, as far as it is known. */
  readonly taken?: readonly string[];
}

/** Typing that pauses longer than this, in milliseconds, begins a new line. */
const PAUSE = 60_000;

const typedIn = (parts: readonly AnyPart[]): string | undefined => {
  const texts = new Set(parts.map((part) => (part.kind === 'text' ? keyOf(part.target) : undefined)));
  return texts.size === 1 ? [...texts][0] : undefined;
};

/** What the parts about contacts fill in. */
const OF_CONTACTS: Partial<Record<AnyPart['kind'], () => Fields>> = {
  'contact.add': () => worded('contact', CONTACT_FIELDS),
  'contact.revise': () => worded('contact', CONTACT_FIELDS),
  'contact.ask': () => worded('question', QUESTION_FIELDS),
  'contact.reask': () => worded('question', QUESTION_FIELDS),
  'contact.answer': () => worded('answer', ANSWER_FIELDS),
  'contact.attempt': () => worded('attempt', ATTEMPT_FIELDS),
};

const tableOf = (kind: AnyPart['kind'], article: Article): Fields => {
  const ofContacts = OF_CONTACTS[kind];
  if (ofContacts) return ofContacts();
  if (kind.startsWith('source.')) return worded('source', SOURCE_FIELDS);
  return kind.startsWith('evidence.') ? worded('evidence', EVIDENCE_FIELDS) : worded('claim', claimFieldsOf(article));
};

type NameOf = (reviewer: string) => string;

type Values = Readonly<Record<string, unknown>>;

/** The fields that there are values for, but for other claims and sources, which are ids in them. */
const given = (fields: Fields, values: Values) =>
  Object.entries(fields).filter(
    ([name, { input }]) => Object.hasOwn(values, name) && input !== 'claim' && input !== 'sources',
  );

/** What was changed, each with its label; a dash stands for what was emptied. */
const changedTo = (fields: Fields, values: Values, nameOf: NameOf): string =>
  given(fields, values)
    .map(([name, field]) => {
      const shown = field.show(values[name]);
      const words = field.input === 'reviewer' && shown !== '' ? nameOf(shown) : shown;
      return name === 'statement' && words !== '' ? words : `${field.label}: ${words || '–'}`;
    })
    .join(' · ');

/** What was filled in, as the fields show it; people, who are ids in it, are left out. */
const filledIn = (fields: Fields, values: Values): string =>
  given(fields, values)
    .filter(([, { input }]) => input !== 'reviewer')
    .map(([name, field]) => field.show(values[name]))
    .filter((words) => words !== '')
    .join(' · ');

const wordsOf = (part: AnyPart, article: Article, nameOf: NameOf): string => {
  if (part.kind === 'text') return typedWords(part);
  if (part.kind === 'verdict.give' || part.kind === 'outcome.decide') {
    const scale = scaleNamed(article, part.scale);
    const rating = scale && ratingOf(scale, part.rating);
    const words = part.rationale || article.claims.get(part.claim)?.quote.exact;
    return [rating && ratingWords(part.scale, rating.label), words].filter(Boolean).join(': ');
  }
  if (part.kind === 'work.move') {
    const words = part.reason || article.claims.get(part.claim)?.quote.exact;
    return [t(`work.state.${MOVES[part.move].to}`), words].filter(Boolean).join(': ');
  }
  if (part.kind === 'article.configure') return changedTo(worded('setting', SETTINGS), { ...part.settings }, nameOf);
  if (part.kind === 'claim.revise') {
    const changed = changedTo(tableOf(part.kind, article), { ...part.fields }, nameOf);
    const words = article.claims.get(part.claim)?.quote.exact;
    return part.fields.statement || !words ? changed : `${changed} · ${t('evidence.quoted', { words })}`;
  }
  if (part.kind === 'source.revise' || part.kind === 'evidence.revise')
    return changedTo(tableOf(part.kind, article), { ...part.fields }, nameOf);
  if (part.kind === 'claim.withdraw' || part.kind === 'claim.reinstate' || part.kind === 'claim.detach')
    return article.claims.get(part.claim)?.quote.exact ?? '';
  if (part.kind !== 'thread.open' && 'thread' in part && !('text' in part))
    return article.threads.get(part.thread)?.messages[0]?.text ?? '';
  if ('correction' in part && part.kind !== 'correction.suggest') {
    const { quote, to } = article.corrections.get(part.correction) ?? {};
    return quote ? `${quote.exact} → ${to}` : '';
  }
  if (part.kind === 'aside.withdraw' || part.kind === 'aside.reinstate')
    return article.asides.get(part.aside)?.quote.exact ?? '';
  // Parts of one claim stand on the same words.
  if (part.kind === 'claim.mark' && part.fields.statement) return part.fields.statement;
  if (part.kind !== 'claim.mark' && 'fields' in part) return filledIn(tableOf(part.kind, article), { ...part.fields });
  return wordsOfPart(part, undefined);
};

const lineOf = ({ version, reviewer, at, hash, parts }: Entry, article: Article, nameOf: NameOf): HistoryLine => {
  const text = typedIn(parts);
  // What the text was changed for says more than what was put in.
  const told = [...parts].sort((one, other) => Number(one.kind === 'text') - Number(other.kind === 'text'));
  return {
    version,
    reviewer,
    at,
    hash,
    kinds: [...new Set(parts.map(namedAs))],
    ...(text !== undefined && { typedIn: text }),
    words: told.map((part) => wordsOf(part, article, nameOf)).find((words) => words !== '') ?? '',
  };
};

/** So much of what was taken out is told, in UTF-16 units. */
const MOST_TAKEN = 80;

/** What stood there and what was typed: `80 → 18`. */
const withTaken = ({ taken = [], ...line }: HistoryLine): HistoryLine => {
  const words = line.words.trim();
  const gone = taken.join(' ').slice(0, MOST_TAKEN);
  return { ...line, words: gone === '' || gone === words ? words : `${gone} → ${words || '–'}` };
};

/** What was typed at a stretch and what that took out; what was typed last and taken out again at once is neither. */
const together = (older: HistoryLine, newer: HistoryLine): HistoryLine => {
  let typed = older.words;
  const taken = (newer.taken ?? []).filter((piece) => {
    const isOwn = typed.endsWith(piece);
    if (isOwn) typed = typed.slice(0, -piece.length);
    return !isOwn;
  });
  return { ...newer, words: typed + newer.words, taken: [...(older.taken ?? []), ...taken] };
};

/**
 * Entries, the newest first, as lines, but for those that are hidden; what one reviewer typed in one text at a stretch is one line. Where it
 * is known what an entry took out of the text, by its version, that is told, too.
 */
export const historyLines = (
  entries: readonly Entry[],
  article: Article,
  nameOf: NameOf = (reviewer) => reviewer,
  taken: ReadonlyMap<number, readonly string[]> = new Map(),
): readonly HistoryLine[] => {
  const lines: HistoryLine[] = [];
  for (const entry of entries) {
    if (isHidden(entry)) continue;
    const told = lineOf(entry, article, nameOf);
    const line = { ...told, taken: (told.typedIn === undefined ? undefined : taken.get(entry.version)) ?? [] };
    const newer = lines.at(-1);
    const goesOn =
      newer?.typedIn !== undefined &&
      newer.typedIn === line.typedIn &&
      newer.reviewer === line.reviewer &&
      Date.parse(newer.at) - Date.parse(line.at) < PAUSE;
    if (goesOn) lines[lines.length - 1] = together(line, newer);
    else lines.push(line);
  }
  return lines.map(withTaken);
};
