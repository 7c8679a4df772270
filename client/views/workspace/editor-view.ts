import { signal } from '@preact/signals';
import type { EditorView } from 'prosemirror-view';

/** The view of the text on this page; there is one at a time. */
export const shownView = signal<EditorView | undefined>(undefined);

/** The view of the text, for what stands around it. */
export const useEditorView = (): EditorView | undefined => shownView.value;
