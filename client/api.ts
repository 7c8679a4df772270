import type { Wrong } from '../shared/parsing.ts';
import { known, t } from './strings/index.ts';
import { wordsOfWrong } from './wrong-words.ts';

/** Why something asked of the server did not come about, in a sentence for the person who asked. */
export interface Problem {
  /** `offline`: nobody answered, it may be tried again as it is. `signed-out`: who asks is not known. */
  readonly kind: 'offline' | 'signed-out' | 'refused' | 'broken';
  readonly words: string;
  /** The field that is wrong, when it is one. */
  readonly where?: string;
  /** All that is wrong, where it is more than one thing. */
  readonly faults?: readonly string[];
  /** What the server calls it. */
  readonly reason?: string;
}

/** What the server answered, or why it did not. */
export type Answer<T> = { readonly value: T } | { readonly problem: Problem };

let tellSignedOut = (): void => {};

/** Has it told when the server no longer knows who asks. */
export const whenSignedOut = (tell: () => void): void => {
  tellSignedOut = tell;
};

/** How else something is asked. */
interface Manner {
  /** Is told the head of the answer. */
  readonly heard?: (headers: Headers) => void;
  /** By it the server does once what is asked again because no answer was heard (draft-ietf-httpapi-idempotency-key-header). */
  readonly key?: string;
}

/**
 * Asks the server's HTTP API (docs/api); what is sent is JSON or a form, what comes back is JSON. An answer that breaks off, or that a
 * network on the way gives in the server's place, is as good as none.
 */
export const ask = async <T>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  { heard, key }: Manner = {},
): Promise<Answer<T>> => {
  const isForm = body instanceof FormData;
  try {
    const response = await fetch(path, {
      method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
        ...(key !== undefined && { 'idempotency-key': key }),
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
    heard?.(response.headers);
    const text = await response.text();
    if (response.ok) return { value: text ? JSON.parse(text) : undefined };
    const problem = problemOf(response.status, jsonIn(text));
    if (problem.kind === 'signed-out' && path !== '/api/session') tellSignedOut();
    return { problem };
  } catch {
    return { problem: { kind: 'offline', words: t('problem.offline') } };
  }
};

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The problem that a refused request names (RFC 9457), or what its status says when the body is of no help. */
export const problemOf = (status: number, body: unknown): Problem => {
  const kind = status === 401 ? 'signed-out' : status >= 500 ? 'broken' : 'refused';
  const where = textIn(body, 'where');
  const reason = textIn(body, 'reason');
  const words =
    wrongIn(body) ??
    known('reason', reason ?? '') ??
    textIn(body, 'detail') ??
    textIn(body, 'title') ??
    wordsOf(status);
  const faults = faultsIn(body);
  const more = { ...(reason !== undefined && { reason }), ...(faults.length > 0 && { faults }) };
  if (where === undefined) return { kind, words, ...more };
  return {
    kind,
    where,
    ...more,
    words: words.startsWith(`${where}: `) ? sentence(words.slice(where.length + 2)) : words,
  };
};

/** What is told of something that was typed wrong, as a sentence; nothing when it is another problem, or not known here. */
const wrongIn = (body: unknown): string | undefined => {
  const { name, values } = (body as { readonly wrong?: Partial<Wrong> } | null | undefined)?.wrong ?? {};
  const words = name && wordsOfWrong({ name, values: values ?? {} });
  return words && sentence(words);
};

const faultsIn = (body: unknown): readonly string[] => {
  const { faults } = (body ?? {}) as { readonly faults?: readonly unknown[] };
  return (Array.isArray(faults) ? faults : []).flatMap((each) => textIn(each, 'words') ?? []);
};

const textIn = (body: unknown, key: string): string | undefined => {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, key)) return undefined;
  const value: unknown = (body as Readonly<Record<string, unknown>>)[key];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
};

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const wordsOf = (status: number): string => {
  if (status === 401) return t('problem.signedOut');
  if (status === 403) return t('problem.forbidden');
  if (status === 404) return t('problem.notFound');
  if (status === 413) return t('problem.tooLarge');
  if (status === 429) return t('problem.tooMany');
  return status >= 500 ? t('problem.broken') : t('problem.refused', { status });
};
