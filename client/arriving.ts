import { type Answer, problemOf } from './api.ts';
import { askedWith, type DraftSource } from './draft-source.ts';
import type { Reading } from './reading.ts';
import { messageFor, t } from './strings/index.ts';

/** How far an article has come in: so many bytes are there, or so much is read, from 0 to 1. */
export type Step =
  | { readonly step: 'fetching'; readonly bytes: number }
  | { readonly step: 'reading'; readonly done: number };

type Last =
  | { readonly step: 'read'; readonly reading: Reading }
  | { readonly step: 'refused'; readonly problem: { readonly status?: number; readonly because?: string } };

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

const refused = (problem: { readonly status?: number; readonly because?: string }): Answer<Reading> => {
  const because = problem.because && messageFor(`capture.problem.${problem.because}`);
  const told = problemOf(problem.status ?? 500, problem);
  return { problem: because ? { ...told, words: because } : told };
};

/**
 * What the server makes of a draft, while it tells how far it is; nothing is stored. To abort it is to call it off. An answer that breaks off
 * in the middle is as good as none.
 */
export const readSource = async (
  source: DraftSource,
  clean: boolean,
  signal: AbortSignal,
  told: (step: Step) => void,
): Promise<Answer<Reading>> => {
  const offline = { problem: { kind: 'offline', words: t('problem.offline') } } as const;
  try {
    const asked = askedWith(source, clean);
    const isForm = asked instanceof FormData;
    const response = await fetch('/api/readings', {
      method: 'POST',
      headers: { accept: 'application/x-ndjson', ...(!isForm && { 'content-type': 'application/json' }) },
      body: isForm ? asked : JSON.stringify(asked),
      signal,
    });
    if (!response.ok || !response.body)
      return { problem: problemOf(response.status, await response.json().catch(() => undefined)) };
    for await (const line of linesOf(response.body)) {
      const said: Step | Last = JSON.parse(line);
      if (said.step === 'read') return { value: said.reading };
      if (said.step === 'refused') return refused(said.problem);
      told(said);
    }
    return offline;
  } catch {
    return offline;
  }
};
