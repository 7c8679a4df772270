import { useEffect } from 'preact/hooks';
import type { Workspace } from '../../workspace.ts';

const EVERY = 10_000;

const sha256 = async (text: string): Promise<string> => {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** Compares the text and the claims with the server's now and then, as far as something changed. */
export const useChecking = (workspace: Workspace): void => {
  useEffect(() => {
    if (!globalThis.crypto?.subtle) return; // not there on plain http, as in a newsroom's own network
    let checked: number | undefined;
    const timer = setInterval(() => {
      if (workspace.exchange.version() === checked) return;
      checked = workspace.exchange.version();
      workspace.exchange.check(sha256).catch(() => {
        checked = undefined; // the line broke: the next time
      });
    }, EVERY);
    return () => clearInterval(timer);
  }, [workspace]);
};
