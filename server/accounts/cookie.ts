import { DAY } from '../clock.ts';
import { SESSION_DAYS } from './sign-in.ts';

/** The cookie that holds a browser's session. */
const SESSION_COOKIE = 'touchstone_session';

/** The cookie that holds a browser's way to an OpenID provider and back. */
const PROVIDER_COOKIE = 'touchstone_provider';

const withAttributes = (name: string, value: string, path: string, seconds: number, publicUrl: string): string => {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${name}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
};

/** The `Set-Cookie` that keeps a session in the browser, out of reach of scripts (RFC 6265bis). */
export const keepSession = (session: string, publicUrl: string): string =>
  withAttributes(SESSION_COOKIE, session, '/', (SESSION_DAYS * DAY) / 1_000, publicUrl);

/** The `Set-Cookie` that takes it away. */
export const dropSession = (publicUrl: string): string => withAttributes(SESSION_COOKIE, '', '/', 0, publicUrl);

/** The `Set-Cookie` that binds a way to the provider to this browser: it comes back with whom the provider sends here, and goes nowhere else. */
export const keepWay = (way: string, path: string, minutes: number, publicUrl: string): string =>
  withAttributes(PROVIDER_COOKIE, way, path, minutes * 60, publicUrl);

const valueIn = (cookie: string | undefined, wanted: string): string | undefined => {
  const pairs = (cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name, value]) => name === wanted && value)?.[1];
};

/** The session in a `Cookie` header. */
export const sessionIn = (cookie: string | undefined): string | undefined => valueIn(cookie, SESSION_COOKIE);

/** The way to the provider in a `Cookie` header. */
export const wayIn = (cookie: string | undefined): string | undefined => valueIn(cookie, PROVIDER_COOKIE);
