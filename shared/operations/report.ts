import { choice, Invalid, integer, own, type Parse, record, text } from '../parsing.ts';
import { CHANGES, type Publication } from '../publication.ts';
import { settingsOf } from '../settings.ts';
import { type Kind, type Part, refuse } from './kind.ts';

/** Publishes the report of the article as it was frozen: what becomes public is sealed by its hash, in its place in the log. */
export interface PublishReport extends Part, Omit<Publication, 'reviewer' | 'at'> {
  readonly kind: 'report.publish';
}

/** The longest public note, in UTF-16 units. */
export const NOTE_LIMIT = 2_000;

const matching =
  (pattern: RegExp, expected: string, most: number): Parse<string> =>
  (value, where) => {
    const read = text(most)(value, where);
    if (!pattern.test(read)) throw new Invalid(where, expected);
    return read;
  };

const parseSlug = matching(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'letters, digits and single dashes are expected', 80);

const parseSha256 = matching(/^[0-9a-f]{64}$/, 'a SHA-256 in hex is expected', 64);

const publishReport: Kind<PublishReport> = {
  isServers: true,
  parse: (value, where) => {
    const fields = record(value, where);
    return {
      number: integer(1, 100_000)(own(fields, 'number'), `${where}.number`),
      change: choice(CHANGES)(own(fields, 'change'), `${where}.change`),
      note: text(NOTE_LIMIT)(own(fields, 'note') ?? '', `${where}.note`),
      slug: parseSlug(own(fields, 'slug'), `${where}.slug`),
      version: integer(1)(own(fields, 'version'), `${where}.version`),
      sha256: parseSha256(own(fields, 'sha256'), `${where}.sha256`),
    };
  },
  may: (article) => (settingsOf(article).blind === 'no' ? undefined : refuse('blind')),
  // Nobody publishes over what somebody else has published meanwhile: its note would be about another page.
  apply: (article, { kind: _, ...publication }, act) => {
    const published = article.published ?? [];
    const { number, change, note, slug, version } = publication;
    if (number !== published.length + 1 || version > article.version) return refuse('newer');
    if ((change === 'first') !== (number === 1)) return refuse('exists');
    if (number > 1 && note.trim() === '') return refuse('no-reason');
    if (published[0] && published[0].slug !== slug) return refuse('exists');
    return { ...article, published: [...published, { ...publication, reviewer: act.reviewer, at: act.at }] };
  },
};

/** What can happen to the report of an article. It has no undo: what was public was read. */
export const reportKinds = { 'report.publish': publishReport } as const;
