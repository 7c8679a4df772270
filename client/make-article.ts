import { type Answer, ask } from './api.ts';
import type { ArticleDraft } from './article-draft.ts';
import { askedWith, type DraftSource } from './draft-source.ts';
import { newId } from './ids.ts';
import { type ArticleSeen, keepingOperation } from './keep-removed.ts';
import { keptOf, type Reading } from './reading.ts';

/** An article that was made; `complete` is false when lines that should stay are not in its text yet. */
export interface Made {
  readonly id: string;
  readonly complete: boolean;
}

/** What an article was to be made of when no answer was heard, and its key: asked for once more, it is made once. */
let unheard: { readonly asked: string; readonly file: File | undefined; readonly key: string } | undefined;

/** Makes the article of a draft as its reading shows it, the lines that stay put back into the text. */
export const makeArticle = async (
  source: DraftSource,
  draft: ArticleDraft,
  reading: Reading,
): Promise<Answer<Made>> => {
  const title = draft.title?.trim();
  const other = title && title !== reading.title ? title : undefined;
  const file = source.kind === 'file' ? source.file : undefined;
  const asked = JSON.stringify([file ? '' : source, draft.clean, other]);
  const key = unheard?.asked === asked && unheard.file === file ? unheard.key : newId();
  const body = askedWith(source, draft.clean, other);
  const made = await ask<{ readonly id: string }>('POST', '/api/articles', body, { key });
  unheard = 'problem' in made && made.problem.kind === 'offline' ? { asked, file, key } : undefined;
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
