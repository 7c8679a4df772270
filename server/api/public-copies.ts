import { PAGE_POLICY } from '../../shared/export/html/page.ts';
import { pageLanguage } from '../../shared/export/html/words/languages.ts';
import { pageToLookAt } from '../captures/looked-at.ts';
import { SAFE_PAGE_POLICY } from '../captures/safe-page.ts';
import type { ServerParts } from '../parts.ts';
import { copyPage, noCopyPage, type PublicCopy, publicCopy } from '../reports/shown-copies.ts';
import type { Answer, Route } from './route.ts';

/** So much of the words of a copy stands on its page, in UTF-16 units; the file has all of them. */
const WORDS = 200_000;

/** Asked for anew each time, since it may be shown no longer; found by nobody who only searches the web. */
const HEADERS = {
  'Cache-Control': 'public, no-cache',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex, noarchive',
} as const;

type Shows = (parts: ServerParts, copy: PublicCopy, address: string) => Promise<Answer | undefined>;

const shown: Shows = async ({ captures }, copy, address) => {
  const text = await captures.read(copy.capture, 'text');
  const words = text ? new TextDecoder().decode(text).slice(0, WORDS) : '';
  const headers = {
    ...HEADERS,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': `${PAGE_POLICY}; frame-ancestors 'none'`,
  };
  return { status: 200, headers, body: copyPage(copy, address, words) };
};

const asPage: Shows = async ({ captures }, { capture, kept }) => {
  const bytes = await captures.read(capture, 'bytes');
  const body = bytes && (await pageToLookAt(kept, bytes));
  if (body === undefined) return undefined;
  const headers = {
    ...HEADERS,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': SAFE_PAGE_POLICY,
  };
  return { status: 200, headers, body };
};

const asFile: Shows = async ({ captures }, { capture }) => {
  const body = await captures.read(capture, 'bytes');
  if (!body) return undefined;
  const headers = {
    ...HEADERS,
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': 'attachment; filename="copy"',
    'Content-Security-Policy': "sandbox; default-src 'none'",
  };
  return { status: 200, headers, body };
};

const route = (end: string, shows: Shows): Route => ({
  method: 'get',
  path: `/reports/:slug/v/:number/copies/:capture${end}`,
  needs: 'nobody',
  answer: async (parts, { params, headers }) => {
    const { slug = '', number = '', capture = '' } = params;
    const copy = /^[1-9]\d{0,5}$/.test(number) ? await publicCopy(parts, slug, Number(number), capture) : undefined;
    const address = `${parts.config.publicUrl}/reports/${slug}/v/${number}`;
    const answer = copy && (await shows(parts, copy, address));
    if (answer) return answer;
    const language = pageLanguage(headers['accept-language']?.split(/[,;]/)[0]?.trim() ?? '');
    return {
      status: 404,
      headers: {
        ...HEADERS,
        'Cache-Control': 'no-store',
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': `${PAGE_POLICY}; frame-ancestors 'none'`,
      },
      body: noCopyPage(parts.config.publicUrl, language),
    };
  },
});

/** The frozen copies of the sources of published reports, for everyone, where the desk allows it. */
export const publicCopyRoutes: readonly Route[] = [route('', shown), route('/page', asPage), route('/file', asFile)];
