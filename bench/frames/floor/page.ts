import '@fontsource-variable/source-serif-4/wght.css';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { schema } from '../../../shared/schema.ts';

/** The editors that a floor is measured with. */
export type Bare = 'ProseMirror' | 'contenteditable';

declare global {
  /** Fills the page with paragraphs to be edited, and with nothing else. */
  var showBare: (bare: Bare, texts: readonly string[]) => void;
}

const column = (): HTMLElement => {
  const section = document.createElement('section');
  section.className = 'text-column';
  document.body.append(section);
  return section;
};

globalThis.showBare = (bare, texts) => {
  const host = column();
  if (bare === 'ProseMirror') {
    const paragraphs = texts.map((text) => schema.node('paragraph', null, schema.text(text)));
    const doc = schema.node('doc', null, [schema.node('title', null, schema.text('The moon')), ...paragraphs]);
    new EditorView(host, { state: EditorState.create({ doc }), attributes: { class: 'bare' } });
    return;
  }
  const editable = document.createElement('div');
  editable.className = 'bare';
  editable.contentEditable = 'true';
  editable.append(...texts.map((text) => Object.assign(document.createElement('p'), { textContent: text })));
  host.append(editable);
};
