import { useState } from 'preact/hooks';
import { changeDraft, draft } from '../../article-draft.ts';
import { type Line, linesIn } from '../../reading.ts';
import { known, t } from '../../strings/index.ts';

const SHOWN = 4;

/** Lines that were removed at one place: struck through, with the reason, each with the button that keeps it. */
export const RemovedLines = ({ lines }: { readonly lines: readonly Line[] }) => {
  const [all, setAll] = useState(lines.length <= SHOWN + 1);
  const shown = all ? lines : lines.slice(0, SHOWN);
  return (
    <ul class="removed-lines">
      {shown.map((line, index) => (
        <LineView key={line.key} line={line} tells={line.reason !== shown[index - 1]?.reason} />
      ))}
      {!all && (
        <li>
          <button type="button" class="link-button" onClick={() => setAll(true)}>
            {t('preview.more', { count: linesIn(lines.slice(SHOWN)) })}
          </button>
        </li>
      )}
    </ul>
  );
};

/** One line; `tells` when its reason is another than that of the line above. */
const LineView = ({ line: { key, text, reason }, tells }: { readonly line: Line; readonly tells: boolean }) => {
  const { kept } = draft.value;
  const stays = kept.includes(key);
  const begin = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  const toggle = (): void => {
    changeDraft({ kept: stays ? kept.filter((other) => other !== key) : [...kept, key] });
  };
  return (
    <li class={stays ? 'kept' : ''}>
      {tells && <span class="reason">{known('removal', reason) ?? reason}</span>}
      <span class="removed-line">
        {stays ? <span dir="auto">{text}</span> : <del dir="auto">{text}</del>}
        <button
          type="button"
          class="button small quiet"
          aria-label={stays ? t('preview.removeLine', { line: begin }) : t('preview.keepLine', { line: begin })}
          onClick={toggle}
        >
          {t(stays ? 'preview.remove' : 'preview.keep')}
        </button>
      </span>
    </li>
  );
};
