import { DAY } from '../clock.ts';
import type { AccountStore, Secret } from '../storage/account-store.ts';

/** A session that nobody shows for so many days opens nothing any more (OWASP, session management: idle timeout). */
const IDLE_DAYS = 7;

const isStanding = (secret: Secret, now: string): boolean =>
  secret.revokedAt === undefined && (secret.expiresAt === undefined || secret.expiresAt > now);

const isIdle = ({ kind, usedAt, createdAt }: Secret, now: string): boolean =>
  kind === 'session' && Date.parse(now) - Date.parse(usedAt ?? createdAt) >= IDLE_DAYS * DAY;

/** Whether a secret opens what it is for at a time: so does what it was opened with, and a session is in use. */
export const isOpen = async (store: AccountStore, secret: Secret, now: string): Promise<boolean> => {
  if (!isStanding(secret, now) || isIdle(secret, now)) return false;
  if (secret.openedBy === undefined) return true;
  const root = await store.findSecret(secret.openedBy);
  return root !== undefined && isStanding(root, now);
};
