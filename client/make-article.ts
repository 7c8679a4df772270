import { type Answer, ask } from './api.ts';
import type { ArticleDraft } from './article-draft.ts';
import { type ArticleSeen, keepingOperation } from './keep-removed.ts';
import { keptOf, type Reading } from './reading.ts';

/** An article that was made; `complete` is false when lines that should stay are not in its text yet. */
export interface Made {
  readonly id: string;
  readonly complete: boolean;
}

/** What is read: a text, or a file in its place. */
export interface ToRead {
  readonly text: string;
  readonly file?: File | undefined;
  readonly clean: boolean;
}

const bodyOf = ({ text, file, clean }: ToRead, title?: string): FormData | object => {
  if (!file) return { text, clean, ...(title && { title }) };
  const form = new FormData();
  form.set('file', file);
  form.set('clean', String(clean));
  if (title) form.set('title', title);
  return form;
};

/** What the server makes of a draft, and stores nothing. */
export const readDraft = (given: ToRead): Promise<Answer<Reading>> => ask('POST', '/api/readings', bodyOf(given));

/** Makes the article of a draft as its reading shows it, the lines that stay put back into the text. */
export const makeArticle = async (
  draft: ArticleDraft,
  file: File | undefined,
  reading: Reading,
): Promise<Answer<Made>> => {
  const { text, clean } = draft;
  const title = draft.title?.trim();
  const other = title && title !== reading.title ? title : undefined;
  const made = await ask<{ readonly id: string }>('POST', '/api/articles', bodyOf({ text, file, clean }, other));
  if ('problem' in made) return made;
  const { id } = made.value;
  const kept = keptOf(reading, draft.kept);
  return { value: { id, complete: kept.length === 0 || (await keep(id, kept)) } };
};

const keep = async (id: string, kept: readonly number[]): Promise<boolean> => {
  const path = `/api/articles/${encodeURIComponent(id)}`;
  const seen = await ask<ArticleSeen>('GET', path);
  if ('problem' in seen) return false;
  const answer = await ask<{ readonly dropped: readonly unknown[] }>(
    'POST',
    `${path}/operations`,
    keepingOperation(seen.value, kept, `keep-${id}`.slice(0, 64)),
  );
  return 'value' in answer && answer.value.dropped.length === 0;
};
