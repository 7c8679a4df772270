import { signal } from '@preact/signals';

/** A new article that has not been made yet: nothing of it is lost until it has. */
export interface ArticleDraft {
  /** As it was pasted: its words, or the address where it stands. */
  readonly text: string;
  /** The same with its formatting, where it was pasted with any. */
  readonly html?: string | undefined;
  /** Another title than the one that was read. */
  readonly title?: string | undefined;
  /** The names of removed lines that stay. */
  readonly kept: readonly string[];
  /** Whether what is not the article is cleaned away. */
  readonly clean: boolean;
}

export const EMPTY_DRAFT: ArticleDraft = { text: '', kept: [], clean: true };

const KEPT = 'touchstone.article-draft';

/** Reads a draft as it was kept; what is none is an empty one. */
export const readDraft = (json: string | null): ArticleDraft => {
  try {
    const { text, html, title, kept, clean } = JSON.parse(json ?? '') as Readonly<Record<string, unknown>>;
    if (typeof text !== 'string') return EMPTY_DRAFT;
    return {
      text,
      ...(typeof html === 'string' && { html }),
      ...(typeof title === 'string' && { title }),
      kept: Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : [],
      clean: clean !== false,
    };
  } catch {
    return EMPTY_DRAFT;
  }
};

const stored = (): ArticleDraft => {
  try {
    return readDraft(localStorage.getItem(KEPT));
  } catch {
    return EMPTY_DRAFT; // storage may be forbidden
  }
};

/** The draft of this browser. */
export const draft = signal<ArticleDraft>(EMPTY_DRAFT);

/** A file that is to become the article, in the place of a text; it is not kept over a reload. */
export const draftFile = signal<File | undefined>(undefined);

/** Takes up the draft that was left. */
export const resumeDraft = (): void => {
  draft.value = stored();
};

/** Changes the draft and keeps it; false when this browser cannot keep it, for it is too long or storage is forbidden. */
export const changeDraft = (change: Partial<ArticleDraft>): boolean => {
  draft.value = { ...draft.value, ...change };
  try {
    localStorage.setItem(KEPT, JSON.stringify(draft.value));
    return true;
  } catch {
    return false;
  }
};

/** Forgets the draft: it has been made, or it is not wanted. */
export const dropDraft = (): void => {
  draft.value = EMPTY_DRAFT;
  draftFile.value = undefined;
  try {
    localStorage.removeItem(KEPT);
  } catch {
    // there was nothing
  }
};
