import { type ArticleDraft, draft, draftFile } from './article-draft.ts';

/** What an article is to be made of. */
export type DraftSource =
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'text'; readonly text: string };

/** Whether a text is nothing but an address on the web. */
export const isAddress = (text: string): boolean => /^\s*https?:\/\/[^\s/]+\.[^\s]+\s*$/i.test(text);

/** What a draft comes to. */
export const sourceOf = ({ text, html }: ArticleDraft, file: File | undefined): DraftSource => {
  if (file) return { kind: 'file', file };
  if (isAddress(text)) return { kind: 'address', url: text.trim() };
  return html === undefined ? { kind: 'text', text } : { kind: 'html', html };
};

/** What the draft of this browser comes to. */
export const draftSource = (): DraftSource => sourceOf(draft.value, draftFile.value);

/** What is asked of the server to read it, or to make it: a form for a file, else JSON. */
export const askedWith = (source: DraftSource, clean: boolean, title?: string): FormData | object => {
  if (source.kind !== 'file') {
    const { kind: _, ...given } = source;
    return { ...given, clean, ...(title !== undefined && { title }) };
  }
  const form = new FormData();
  form.set('file', source.file);
  form.set('clean', String(clean));
  if (title !== undefined) form.set('title', title);
  return form;
};
