import type { AnyPart } from '../shared/operations/index.ts';
import type { Answer } from './api.ts';
import { askInLines, type Step } from './arriving.ts';
import type { Command } from './commands.ts';
import type { Workspace } from './workspace.ts';

/** One annotation of a file, and what becomes of it. */
export interface BroughtItem {
  readonly id: string;
  readonly where: string;
  readonly becomes: 'claim' | 'thread' | 'reply' | 'tags' | 'evidence' | 'correction' | 'again' | 'nothing';
  readonly words: string;
  readonly says: string;
  readonly author: string;
  readonly at?: string;
  readonly doubts: readonly { readonly doubt: Doubt }[];
  /** Why it stands nowhere, in English. */
  readonly why?: string;
  readonly similar?: string;
}

export type Doubt = 'position-differs' | 'surroundings-differ' | 'position-only' | 'outer-unread';

/** What a file of annotations comes to. */
export interface BroughtFile {
  readonly items: readonly BroughtItem[];
  readonly placed: number;
  readonly unplaced: number;
  readonly again: number;
  readonly written: boolean;
  readonly undo: readonly AnyPart[];
}

/** Has the server read a file of annotations for an article: to show what would become of them, or to bring them. */
export const bringFile = (
  article: string,
  file: File,
  isPreview: boolean,
  signal: AbortSignal,
  told: (step: Step) => void,
): Promise<Answer<BroughtFile>> => {
  const body = new FormData();
  body.set('file', file);
  const path = `/api/articles/${encodeURIComponent(article)}/annotations?preview=${isPreview}`;
  return askInLines(path, body, signal, told);
};

/** So many parts go into one operation. */
const AT_ONCE = 150;

/** Takes back what was brought. */
export const takeBack = (workspace: Workspace, parts: readonly AnyPart[]): void => {
  for (let at = 0; at < parts.length; at += AT_ONCE) {
    const some: Command = (_sight, dispatch) => {
      dispatch?.({ parts: parts.slice(at, at + AT_ONCE) });
      return true;
    };
    workspace.run(some);
  }
};
