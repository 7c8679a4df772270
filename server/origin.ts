import type { IncomingHttpHeaders } from 'node:http';

/** Whether a page that wants to connect is ours: its host is the one it connects to, or the public one. What is no page says no origin. */
export const mayConnect = ({ origin, host }: IncomingHttpHeaders, publicUrl?: string): boolean => {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  return from.host === host || (publicUrl !== undefined && from.origin === new URL(publicUrl).origin);
};
