import { effect } from '@preact/signals';
import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { openEditor } from '../../editor/open-editor.ts';
import { t } from '../../strings/index.ts';
import { Byline } from './byline.tsx';
import { shownView } from './editor-view.ts';
import { Here, useWorkspace } from './here.ts';
import { alignCard, isStacked, showCard, showWords } from './scrolling.ts';

/** The text itself, in step with the session. */
export const TextEditor = () => {
  const workspace = useWorkspace();
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!host.current) return;
    const byline = document.createElement('div');
    byline.className = 'byline';
    byline.contentEditable = 'false';
    const editor = openEditor(host.current, workspace, { label: () => t('text.label'), byline });
    shownView.value = editor.view;
    render(
      <Here.Provider value={workspace}>
        <Byline />
      </Here.Provider>,
      byline,
    );
    const selected = followSelected();
    const stopScrolling = effect(() => selected.follow(workspace.claim.value, workspace.from.peek()));
    const stopFocus = effect(() => {
      if (workspace.editing.value) editor.view.focus();
    });
    return () => {
      stopScrolling();
      selected.stop();
      stopFocus();
      render(null, byline);
      shownView.value = undefined;
      editor.close();
    };
  }, [workspace]);
  return <div class="text-editor" ref={host} />;
};

/** The side that was not clicked moves to the one that was; where another claim is selected meanwhile, to that one alone. */
const followSelected = () => {
  let waiting = 0;
  const settled = (what: () => void): void => {
    // The card has to be open, and on a phone its sheet, before it is known how high it is.
    waiting = requestAnimationFrame(() => {
      waiting = requestAnimationFrame(what);
    });
  };
  return {
    follow: (claim: string | undefined, from: 'text' | 'card' | 'key'): void => {
      cancelAnimationFrame(waiting);
      if (claim === undefined) return;
      settled(() => {
        if (from !== 'text' || isStacked()) showWords(claim);
        if (from !== 'card' || isStacked()) alignCard(claim);
        else showCard(claim);
      });
    },
    stop: (): void => cancelAnimationFrame(waiting),
  };
};
