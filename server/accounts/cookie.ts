import { DAY } from '../clock.ts';
import { SESSION_DAYS } from './sign-in.ts';

/** The cookie that holds a browser's session. */
export const SESSION_COOKIE = 'touchstone_session';

const withAttributes = (value: string, seconds: number, publicUrl: string): string => {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${SESSION_COOKIE}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
};

/** The `Set-Cookie` that keeps a session in the browser, out of reach of scripts (RFC 6265bis). */
export const keepSession = (session: string, publicUrl: string): string =>
  withAttributes(session, (SESSION_DAYS * DAY) / 1_000, publicUrl);

/** The `Set-Cookie` that takes it away. */
export const dropSession = (publicUrl: string): string => withAttributes('', 0, publicUrl);

/** The session in a `Cookie` header. */
export const sessionIn = (cookie: string | undefined): string | undefined => {
  const pairs = (cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name, value]) => name === SESSION_COOKIE && value)?.[1];
};
