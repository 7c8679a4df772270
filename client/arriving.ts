import { type Answer, problemOf } from './api.ts';
import { askedWith, type DraftSource } from './draft-source.ts';
import type { Reading } from './reading.ts';
import { messageFor, t } from './strings/index.ts';

/** How far an article has come in: so many bytes are there, or so much is read, from 0 to 1; or it is compared with what is there. */
export type Step =
  | { readonly step: 'fetching'; readonly bytes: number }
  | { readonly step: 'reading'; readonly done: number }
  | { readonly step: 'comparing' };

interface Refused {
  readonly step: 'refused';
  readonly problem: { readonly status?: number; readonly because?: string };
}

/** What was asked for, under the name of what was done. */
type Last<T> =
  | { readonly step: 'read'; readonly reading: T }
  | { readonly step: 'compared'; readonly difference: T }
  | { readonly step: 'brought'; readonly brought: T };

/** The lines of a body as they come. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

const refused = (problem: { readonly status?: number; readonly because?: string }): Answer<never> => {
  const because = problem.because && messageFor(`capture.problem.${problem.because}`);
  const told = problemOf(problem.status ?? 500, problem);
  return { problem: because ? { ...told, words: because } : told };
};

/**
 * What the server makes of a source at a path, while it tells how far it is; nothing is stored. To abort it is to call it off. An answer that
 * breaks off in the middle is as good as none.
 */
export const askInLines = async <T>(
  path: string,
  asked: FormData | object,
  signal: AbortSignal,
  told: (step: Step) => void,
): Promise<Answer<T>> => {
  const offline = { problem: { kind: 'offline', words: t('problem.offline') } } as const;
  try {
    const isForm = asked instanceof FormData;
    const response = await fetch(path, {
      method: 'POST',
      headers: { accept: 'application/x-ndjson', ...(!isForm && { 'content-type': 'application/json' }) },
      body: isForm ? asked : JSON.stringify(asked),
      signal,
    });
    if (!response.ok || !response.body)
      return { problem: problemOf(response.status, await response.json().catch(() => undefined)) };
    for await (const line of linesOf(response.body)) {
      const said: Step | Last<T> | Refused = JSON.parse(line);
      if (said.step === 'read') return { value: said.reading };
      if (said.step === 'compared') return { value: said.difference };
      if (said.step === 'brought') return { value: said.brought };
      if (said.step === 'refused') return refused(said.problem);
      told(said);
    }
    return offline;
  } catch {
    return offline;
  }
};

/** What the server makes of a draft. */
export const readSource = (
  source: DraftSource,
  clean: boolean,
  signal: AbortSignal,
  told: (step: Step) => void,
): Promise<Answer<Reading>> => askInLines('/api/readings', askedWith(source, clean), signal, told);
