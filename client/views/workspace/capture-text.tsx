import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Capture } from '../../../shared/capture.ts';
import type { Evidence } from '../../../shared/evidence.ts';
import { placeOfQuote } from '../../../shared/place-of-quote.ts';
import { quoteIn } from '../../../shared/quote.ts';
import { reviseEvidence } from '../../commands.ts';
import { t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Parts {
  readonly evidence: Evidence;
  readonly capture: Capture;
  readonly text: string;
}

/** The words of a copy with the pinned passage marked; other words that are selected or found in it can be pinned in its place. */
export const CaptureText = ({ evidence, capture, text }: Parts) => {
  const workspace = useWorkspace();
  const [wanted, setWanted] = useState(evidence.pin ? '' : evidence.passage);
  const [selected, setSelected] = useState<Stretch>();
  const words = useRef<HTMLPreElement>(null);
  const { pin } = evidence;
  const place = pin ? placeOfQuote(text, pin.quote, pin.capture === capture.id ? pin.start : undefined) : undefined;
  const found = wanted.trim() === '' ? undefined : stretchOf(text, wanted.trim());
  const pinned = pin && place !== undefined ? { start: place, end: place + pin.quote.exact.length } : undefined;
  const chosen = selected ?? found;
  const marked = found ?? pinned;
  useLayoutEffect(() => {
    words.current?.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }, [marked?.start]);
  const put = chosen && pinning(evidence, capture, text, chosen);
  const save = (): void => {
    if (!put || !workspace.run(put, 'card')) return;
    getSelection()?.removeAllRanges();
    setSelected(undefined);
    setWanted('');
  };
  return (
    <form
      class="capture-words"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {workspace.can(reviseEvidence(evidence.id, {})) && (
        <div class="with-button">
          <input
            class="input"
            type="search"
            dir="auto"
            aria-label={t('passage.find')}
            placeholder={t('passage.find')}
            value={wanted}
            onInput={({ currentTarget }) => setWanted(currentTarget.value)}
          />
          <button type="submit" class="button primary" disabled={!put || !workspace.can(put)}>
            {t('passage.pin')}
          </button>
        </div>
      )}
      <p class="hint" role="status">
        {hintOf({ isAsking: wanted.trim() !== '', isFound: found !== undefined, isPinned: Boolean(pin), pinned })}
      </p>
      <pre
        ref={words}
        class="capture-text"
        dir="auto"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
        tabIndex={0}
        onPointerUp={() => setSelected(words.current ? stretchSelectedIn(words.current) : undefined)}
        onKeyUp={() => setSelected(words.current ? stretchSelectedIn(words.current) : undefined)}
      >
        {marked ? (
          <>
            {text.slice(0, marked.start)}
            <mark>{text.slice(marked.start, marked.end)}</mark>
            {text.slice(marked.end)}
          </>
        ) : (
          text
        )}
      </pre>
    </form>
  );
};

interface Found {
  readonly isAsking: boolean;
  readonly isFound: boolean;
  readonly isPinned: boolean;
  readonly pinned: Stretch | undefined;
}

const hintOf = ({ isAsking, isFound, isPinned, pinned }: Found): string => {
  if (isAsking && !isFound) return t('passage.notFound');
  if (isPinned && !pinned) return t('passage.lost');
  return isPinned || isFound ? '' : t('passage.how');
};

/** Where words stand in a text, if at one place. */
const stretchOf = (text: string, words: string): Stretch | undefined => {
  const start = placeOfQuote(text, { exact: words, prefix: '', suffix: '' });
  return start === undefined ? undefined : { start, end: start + words.length };
};

/** What is selected in an element, in UTF-16 units of its text, without white space at its ends; nothing when that is nothing. */
const stretchSelectedIn = (element: HTMLElement): Stretch | undefined => {
  const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : undefined;
  if (!range || !element.contains(range.startContainer) || !element.contains(range.endContainer)) return undefined;
  const words = range.toString();
  const trimmed = words.trim();
  if (trimmed === '') return undefined;
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length + words.indexOf(trimmed);
  return { start, end: start + trimmed.length };
};

/** Pins words of a copy as what a piece of evidence rests on, word for word. */
const pinning = ({ id }: Evidence, capture: Capture, text: string, { start, end }: Stretch) => {
  const quote = quoteIn(text, start, end);
  const sha256 = capture.kept?.sha256 ?? '';
  const pin = { capture: capture.id, sha256, quote, start };
  return reviseEvidence(id, { passage: quote.exact, manner: 'quotation', pin });
};
