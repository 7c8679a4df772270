import type { IncomingHttpHeaders } from 'node:http';
import { mayConnect } from '../origin.ts';
import { sessionIn } from './cookie.ts';
import type { AccountParts } from './parts.ts';
import { type Shown, type Speaker, speakerOf } from './speaker.ts';

/** The secret that headers show: an access token (RFC 6750 §2.1), or else the browser's session. */
export const shownIn = (headers: IncomingHttpHeaders): Shown | undefined => {
  if (headers.authorization !== undefined) {
    return { kind: 'token', secret: /^Bearer +(\S+)$/i.exec(headers.authorization)?.[1] ?? '' };
  }
  const secret = sessionIn(headers.cookie);
  return secret === undefined ? undefined : { kind: 'session', secret };
};

/**
 * Whether a request was made by a page of ours. A browser sends the cookie for pages of other sites too, so whoever is known by
 * a cookie alone must also have come from here before anything changes (OWASP, cross-site request forgery).
 */
export const isFromOurPage = (headers: IncomingHttpHeaders, publicUrl: string): boolean => {
  if (headers['sec-fetch-site'] !== undefined) return headers['sec-fetch-site'] === 'same-origin';
  return headers.origin !== undefined && mayConnect(headers, publicUrl);
};

/** Who opens a connection: by a token handed over with it, or by what its headers show. */
export const authenticateConnection = async (
  parts: AccountParts,
  headers: IncomingHttpHeaders,
  token: unknown,
): Promise<Speaker | undefined> => {
  const shown: Shown | undefined = typeof token === 'string' ? { kind: 'token', secret: token } : shownIn(headers);
  return shown && speakerOf(parts, shown);
};
