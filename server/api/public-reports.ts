import { PAGE_POLICY } from '../../shared/export/html/page.ts';
import { type PageLanguage, pageLanguage } from '../../shared/export/html/words/languages.ts';
import type { ServerParts } from '../parts.ts';
import { atomFeed, indexPage, type Listing, noReportPage, oEmbedOf } from '../reports/list-pages.ts';
import { policyOf } from '../reports/page-policy.ts';
import type { ReportHead, StoredReport } from '../storage/report-store.ts';
import { problem } from './problem.ts';
import { numberIn, textIn } from './query.ts';
import { type Answer, type Asked, ok, type Route } from './route.ts';

/** So many reports stand on a page of the list and in the feed. */
const LISTED = 50;

const FOREVER = 'public, max-age=31536000, immutable';
// A correction is read at once: who has the page asks whether it is still the one.
const ASKED = 'public, no-cache';

/** A page for everyone: kept by caches, shown in frames of others only where that is meant. */
const publicPage = (body: string | Uint8Array, more: Readonly<Record<string, string>> = {}): Answer => ({
  status: 200,
  headers: {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': `${PAGE_POLICY}; frame-ancestors 'none'`,
    'Cache-Control': ASKED,
    'Referrer-Policy': 'no-referrer',
    ...more,
  },
  body,
});

const languageAsked = ({ headers }: Pick<Asked, 'headers'>): PageLanguage =>
  pageLanguage(headers['accept-language']?.split(/[,;]/)[0]?.trim() ?? '');

const siteOf = ({ config }: ServerParts): string => config.publicUrl;

/** There is none at the address, or none any more: its article was deleted. */
const notHere = async (parts: ServerParts, asked: Asked): Promise<Answer> => {
  const isGone = await parts.erasures.hadReport(parts.digest(asked.params.slug ?? ''));
  const page = noReportPage(siteOf(parts), languageAsked(asked), isGone);
  return { ...publicPage(page, { 'Cache-Control': 'no-store' }), status: isGone ? 410 : 404 };
};

const listing = (parts: ServerParts, heads: readonly ReportHead[]): Listing => ({
  desk: parts.config.desk,
  site: siteOf(parts),
  heads,
});

const index: Route = {
  method: 'get',
  path: '/reports',
  needs: 'nobody',
  answer: async (parts, asked) => {
    const heads = await parts.reports.newest(LISTED + 1, textIn(asked.query, 'before'));
    const shown = heads.slice(0, LISTED);
    const last = heads.length > LISTED ? shown.at(-1) : undefined;
    const older = last && `${siteOf(parts)}/reports?before=${encodeURIComponent(last.at)}`;
    return publicPage(indexPage(listing(parts, shown), languageAsked(asked), older), { Vary: 'Accept-Language' });
  },
};

const feed: Route = {
  method: 'get',
  path: '/reports/feed.atom',
  needs: 'nobody',
  answer: async (parts) => ({
    ...publicPage(atomFeed(listing(parts, await parts.reports.newest(LISTED))), {
      'Content-Type': 'application/atom+xml; charset=utf-8',
      'Access-Control-Allow-Origin': '*',
    }),
  }),
};

/** A frozen page as it was published: the same bytes as long as it stands there. */
const frozen = (
  parts: ServerParts,
  { slug, page, sha256 }: StoredReport,
  more: Readonly<Record<string, string>>,
): Answer =>
  publicPage(page, {
    'Content-Security-Policy': `${policyOf(page)}; frame-ancestors 'none'`,
    ETag: `"${sha256}"`,
    // RFC 5829: who has an old one finds the newest.
    Link: `<${siteOf(parts)}/reports/${slug}>; rel="latest-version"`,
    ...more,
  });

const newest: Route = {
  method: 'get',
  path: '/reports/:slug',
  needs: 'nobody',
  answer: async (parts, asked) => {
    const report = await parts.reports.read(asked.params.slug ?? '');
    return report ? frozen(parts, report, {}) : notHere(parts, asked);
  },
};

const version: Route = {
  method: 'get',
  path: '/reports/:slug/v/:number',
  needs: 'nobody',
  answer: async (parts, asked) => {
    const { slug = '', number = '' } = asked.params;
    const report = /^[1-9]\d{0,5}$/.test(number) ? await parts.reports.read(slug, Number(number)) : undefined;
    return report ? frozen(parts, report, { 'Cache-Control': FOREVER }) : notHere(parts, asked);
  },
};

const embed: Route = {
  method: 'get',
  path: '/reports/:slug/embed',
  needs: 'nobody',
  answer: async (parts, asked) => {
    const report = await parts.reports.read(asked.params.slug ?? '');
    if (!report) return notHere(parts, asked);
    return publicPage(report.embed, {
      'Content-Security-Policy': `${policyOf(report.embed)}; frame-ancestors *`,
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
  },
};

/** The report that an address of ours is of: its own, that of a version of it, or that of its frame. */
const slugIn = (site: string, address: string): string | undefined => {
  const rest = address.startsWith(`${site}/reports/`) ? address.slice(`${site}/reports/`.length) : '';
  return /^([a-z0-9-]+)(\/v\/\d+|\/embed)?\/?([?#].*)?$/.exec(rest)?.[1];
};

const oEmbed: Route = {
  method: 'get',
  path: '/oembed',
  needs: 'nobody',
  answer: async (parts, { query }) => {
    const format = textIn(query, 'format') ?? 'json';
    if (format !== 'json') return problem(501, 'unsupported', 'Answers are given as JSON only: format=json.');
    const given = typeof query.url === 'string' ? query.url : '';
    const slug = slugIn(siteOf(parts), given);
    const report = slug === undefined ? undefined : await parts.reports.read(slug);
    if (!report) {
      const isGone = slug !== undefined && (await parts.erasures.hadReport(parts.digest(slug)));
      const [status, reason] = isGone ? [410, 'gone'] : [404, 'not-found'];
      return problem(status, reason, 'There is no published report at this address.');
    }
    const most = {
      width: numberIn(query, 'maxwidth', 1, 100_000, 100_000),
      height: numberIn(query, 'maxheight', 1, 100_000, 100_000),
    };
    const headers = { 'Cache-Control': 'public, max-age=3600', 'Access-Control-Allow-Origin': '*' };
    return { ...ok(oEmbedOf(listing(parts, []), report, most)), headers };
  },
};

/** What everyone can read without signing in: published reports, their list and their feed. */
export const publicReportRoutes: readonly Route[] = [index, feed, newest, version, embed, oEmbed];
