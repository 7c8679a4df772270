import type { From } from './events.ts';

/** Whether an address is this machine's own. */
export const isLoopback = (address: string): boolean => /^(127\.|::1$|::ffff:127\.)/.test(address);

/** What proxies add to what they hand on. */
const BY_PROXIES = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

const isOwnName = (host: string | undefined): boolean =>
  host !== undefined && /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i.test(host);

/**
 * Whether a browser on this machine asks, with nothing in between: it comes from this machine, no proxy says that it asks for somebody, and it
 * was asked for by the machine's own name, which no page of another site can have (DNS rebinding).
 */
export const isOnThisMachine = ({ address, headers }: From, publicUrl: string): boolean =>
  isLoopback(address) &&
  BY_PROXIES.every((name) => headers[name] === undefined) &&
  isOwnName(headers.host) &&
  isOwnName(new URL(publicUrl).host);
