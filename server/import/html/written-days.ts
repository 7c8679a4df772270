import type { RemovalReason } from '../reading.ts';
import { clockIn, dayIn } from './days.ts';
import { isCaptionName } from './parts-of-article.ts';
import type { Piece } from './pieces.ts';
import { attribute, type Element } from './tree.ts';
import { wordsOfName } from './zones.ts';

/** Where the words of a page stand, as far as its days are told by it. */
export interface Where {
  readonly pieces: readonly Piece[];
  /** For each piece, which other part of the page it stands in. */
  readonly zones: readonly (RemovalReason | undefined)[];
  /** The piece that is the headline, or -1. */
  readonly headline: number;
}

/** Parts of a page in which the days are of something else. */
export const OF_OTHERS: ReadonlySet<RemovalReason> = new Set([
  'related',
  'comments',
  'advertisement',
  'notice',
  'aside',
]);

// What stands before a day and says which it is.
const PUBLISHED =
  /(?<!\p{L})(?:published|posted|created|date|datum|veröffentlicht|erschienen|erstellt|publié|mis en ligne|paru|publicad[oa]|pubblicat[oa]|gepubliceerd|opublikowano|publicerad|publisert|опубликовано|дата|yayın\S*|公開|発行|配信|入力|입력|등록)(?!\p{L})/iu;
const CHANGED =
  /(?<!\p{L})(?:updated?|modified|edited|revised|aktualisiert|geändert|mis à jour|màj|modifié|actualizad[oa]|atualizad[oa]|aggiornat[oa]|bijgewerkt|zaktualizowano|uppdaterad|oppdatert|обновлено|изменено|güncelle\S*|更新|수정)(?!\p{L})/iu;
// What parts two days of one line.
const BETWEEN = /[;|•·\n]\s*|,\s*(?=\p{L}{4,} \p{L})|\s[–—-]\s|(?<=\d)\s+(?=\p{Lu}\p{Ll}{4,}:? )/u;

const DATED = new Set([
  ...['date', 'dates', 'published', 'timestamp', 'datum', 'fecha', 'posted', 'pubdate', 'time', 'meta', 'postmeta'],
  ...['datetime', 'byline'],
]);

const isDated = (element: Element): boolean =>
  wordsOfName(`${attribute(element, 'class')} ${attribute(element, 'id')}`).some((word) => DATED.has(word));

const LONGEST = 120;
const LITTLE = 40;
const LONGEST_MONTH = 12;

const lettersIn = (text: string): number => text.replaceAll(/[^\p{L}]/gu, '').length;

const isOfPicture = ({ path }: Piece): boolean =>
  path.some(({ tagName }) => tagName === 'figure' || tagName === 'figcaption') || path.slice(-3).some(isCaptionName);

interface Written {
  readonly day: string;
  readonly text: string;
  readonly says: 'published' | 'changed' | undefined;
}

/** The days of a line that is little else than these, each with what the line calls it. */
const daysIn = (piece: Piece, monthFirst: boolean): readonly Written[] => {
  if (piece.hidden || isOfPicture(piece)) return [];
  const { text } = piece;
  const named = piece.path.slice(-2).some(isDated);
  const says = PUBLISHED.test(text.slice(0, LONGEST)) || CHANGED.test(text.slice(0, LONGEST));
  if (text.length > LONGEST && !named) return [];
  const parts = text.slice(0, 3 * LONGEST).split(BETWEEN);
  let label: Written['says'];
  const found = parts.flatMap((part): readonly Written[] => {
    label = CHANGED.test(part) ? 'changed' : PUBLISHED.test(part) ? 'published' : label;
    const isDay = named || says || lettersIn(part) <= LITTLE;
    const day = isDay ? dayIn(part, monthFirst) : undefined;
    return day ? [{ day, text: part, says: label }] : [];
  });
  // The time of day may stand behind a sign.
  if (found.length === 1) return found.map((each) => ({ ...each, text }));
  if (found.length > 0 || !(named || says)) return found;
  const day = dayIn(text, monthFirst);
  return day
    ? [{ day, text, says: CHANGED.test(text) ? 'changed' : PUBLISHED.test(text) ? 'published' : undefined }]
    : [];
};

const PLACE_AND_DAY = /^([^()–—:]{0,40}\([^()]{6,40}\)|[^()–—:]{6,70}?(?:[–—:]|\s-\s|\())/u;
const PROSE = 80;

/** The day in the place line that a report begins with. */
const dayOfReport = ({ text, hidden }: Piece, monthFirst: boolean): string | undefined => {
  if (hidden || text.length < PROSE) return undefined;
  const head = PLACE_AND_DAY.exec(text)?.[1];
  return head && dayIn(head, monthFirst);
};

const BESIDE = 1;
const ABOVE = 4;
const BELOW = 12;

/** The days that the words of a page say: when its article was published and changed, and what stands beside its headline. */
export const writtenDays = (
  { pieces, zones, headline }: Where,
  monthFirst: boolean,
): {
  readonly published?: string | undefined;
  readonly changed?: string | undefined;
  readonly beside?: Written | undefined;
} => {
  const own = pieces.map((piece, at) => {
    const zone = Math.abs(at - headline) <= BESIDE && headline >= 0 ? undefined : zones[at];
    return zone && OF_OTHERS.has(zone) ? [] : daysIn(piece, monthFirst);
  });
  const from = Math.max(0, headline - ABOVE);
  const near = headline < 0 ? [] : [...own.slice(headline, headline + BELOW), ...own.slice(from, headline)].flat();
  // What stands above all else may be the day on which the page was drawn.
  const start = Math.max(0, headline);
  const all = [...own.slice(start), ...own.slice(0, start)].flat();
  const first = (days: readonly Written[], says: Written['says']): Written | undefined =>
    days.find((each) => each.says === says);
  const report = (): string | undefined => {
    for (let at = start; at < pieces.length; at += 1) {
      if (zones[at] || pieces[at]!.text.length < PROSE || isOfPicture(pieces[at]!)) continue;
      const day = dayOfReport(pieces[at]!, monthFirst);
      if (day || headline >= 0) return day;
    }
    return undefined;
  };
  const beside = first(near, 'published') ?? first(near, undefined);
  return {
    beside,
    published:
      beside?.day ??
      report() ??
      (first(all, 'published') ?? first(near, 'changed') ?? first(all, undefined) ?? all[0])?.day,
    changed: (first(near, 'changed') ?? (beside && first(all, 'changed')))?.day,
  };
};

/** A day that a part of the page's own title is. */
export const dayInTitles = (titles: readonly string[], monthFirst: boolean): string | undefined => {
  for (const title of titles)
    for (const part of title.split(/\s+[|–—•·-]\s+/)) {
      const day = lettersIn(part) <= LONGEST_MONTH ? dayIn(part, monthFirst) : undefined;
      if (day) return day;
    }
  return undefined;
};

const UTC = /T(\d\d):(\d\d):\d\d(?:Z|\+00:00)$/;
const A_DAY = 24 * 60;
const QUARTER = 15;
const FARTHEST = 14 * 60;

/** From which hour of UTC it may be the next day somewhere, and until which the day before. */
const IS_NEXT = 10;
const IS_BEFORE = 12;

/**
 * A time that a page's data says in UTC, as the page itself writes it beside its headline where this is the day before or after: with
 * the difference of its clock where it writes a time, else the day alone. A day on which it was changed is not meant.
 */
export const asWritten = (said: string, changed: string | undefined, beside: Written | undefined): string => {
  const utc = UTC.exec(said);
  if (!utc || !beside) return said;
  const day = beside.day.slice(0, 10);
  const [hour, minute] = [Number(utc[1]), Number(utc[2])];
  const days = (Date.parse(day) - Date.parse(said.slice(0, 10))) / (A_DAY * 60_000);
  if (!(days === -1 && hour < IS_BEFORE) && !(days === 1 && hour >= IS_NEXT)) return said;
  if (beside.says !== 'published' && changed?.slice(0, 10) === day) return said;
  const clock = clockIn(beside.text);
  if (clock === undefined) return day;
  const ahead = days * A_DAY + clock - hour * 60 - minute;
  if (ahead % QUARTER !== 0 || Math.abs(ahead) > FARTHEST) return said;
  const two = (value: number): string => String(value).padStart(2, '0');
  const offset = `${two(Math.floor(Math.abs(ahead) / 60))}:${two(Math.abs(ahead) % 60)}`;
  const there = new Date(Date.parse(said) + ahead * 60_000).toISOString().slice(0, 19);
  return `${there}${ahead < 0 ? '-' : '+'}${offset}`;
};
