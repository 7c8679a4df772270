import { t } from './strings/index.ts';

/** Why something asked of the server did not come about, in a sentence for the person who asked. */
export interface Problem {
  /** `offline`: nobody answered, it may be tried again as it is. `signed-out`: who asks is not known. */
  readonly kind: 'offline' | 'signed-out' | 'refused' | 'broken';
  readonly words: string;
}

/** What the server answered, or why it did not. */
export type Answer<T> = { readonly value: T } | { readonly problem: Problem };

/** Asks the server's HTTP API (docs/api); what is sent and what comes back is JSON. */
export const ask = async <T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<Answer<T>> => {
  try {
    const response = await fetch(path, {
      method,
      headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json().catch(() => undefined);
    return response.ok ? { value: answer as T } : { problem: problemOf(response.status, answer) };
  } catch {
    return { problem: { kind: 'offline', words: t('problem.offline') } };
  }
};

/** The problem that a refused request names (RFC 9457), or what its status says when the body is of no help. */
export const problemOf = (status: number, body: unknown): Problem => {
  const kind = status === 401 ? 'signed-out' : status >= 500 ? 'broken' : 'refused';
  return { kind, words: wordsIn(body) ?? wordsOf(status) };
};

const wordsIn = (body: unknown): string | undefined => {
  if (typeof body !== 'object' || body === null) return undefined;
  const { detail, title } = body as { readonly detail?: unknown; readonly title?: unknown };
  return [detail, title].find((words): words is string => typeof words === 'string' && words.trim() !== '');
};

const wordsOf = (status: number): string => {
  if (status === 401) return t('problem.signedOut');
  if (status === 403) return t('problem.forbidden');
  if (status === 404) return t('problem.notFound');
  if (status === 413) return t('problem.tooLarge');
  if (status === 429) return t('problem.tooMany');
  return status >= 500 ? t('problem.broken') : t('problem.refused', { status });
};
