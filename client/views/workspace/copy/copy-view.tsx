import '../../../styles/copy.css';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Capture } from '../../../../shared/capture.ts';
import { pageAt, pagesIn } from '../../../../shared/copy-pages.ts';
import type { Evidence } from '../../../../shared/evidence.ts';
import { addressOfPage, loadBytes } from '../../../captures.ts';
import { reviseEvidence } from '../../../commands.ts';
import { stretchOfCaret } from '../../../copy/caret.ts';
import { cellOf } from '../../../copy/cells.ts';
import { placesOf } from '../../../copy/finding.ts';
import { PASSAGE_LIMIT, pinPage, pinWords, type ReadCopy, stretchOfPin } from '../../../copy/pinning.ts';
import { type Stretch, trimmed } from '../../../copy/stretch.ts';
import { light, putOut, reveal, type Surface } from '../../../copy/surface.ts';
import { placeWords } from '../../../place-words.ts';
import { t } from '../../../strings/index.ts';
import { later } from '../../shell/later.tsx';
import { useWorkspace } from '../here.ts';
import { CopyBar } from './copy-bar.tsx';
import { PageSurface } from './page-surface.tsx';
import { useCaret } from './use-caret.ts';
import { WordsSurface } from './words-surface.tsx';

const PdfSurface = later(
  async () => (await import('./pdf-surface.tsx')).PdfSurface,
  () => <p role="status">{t('passage.loading')}</p>,
);

/** How copies of a media type can be looked at besides as words. */
const PAGED: Readonly<Record<string, 'pdf' | 'page'>> = {
  'application/pdf': 'pdf',
  'text/html': 'page',
  'application/xhtml+xml': 'page',
};

interface Parts {
  readonly evidence: Evidence;
  readonly capture: Capture;
  readonly text: string;
  readonly onClose: () => void;
}

/** The words of a stretch on one line, not too many of them. */
const shortly = (words: string): string => {
  const line = words.replaceAll(/\s+/g, ' ');
  return line.length > 120 ? `${line.slice(0, 80)} … ${line.slice(-30)}` : line;
};

/** A copy as a page or as its words, with the pinned passage lit up; what is selected or found in it can be pinned in its place. */
export const CopyView = ({ evidence, capture, text, onClose }: Parts) => {
  const workspace = useWorkspace();
  const kind = PAGED[capture.kept?.mediaType ?? ''];
  const [isPaged, setPaged] = useState(kind !== undefined);
  const [surface, setSurface] = useState<Surface>();
  const [wanted, setWanted] = useState(evidence.pin ? '' : evidence.passage);
  const [index, setIndex] = useState(0);
  const [seen, setSeen] = useState(1);
  const find = useRef<HTMLInputElement>(null);
  const { pin } = evidence;
  const may = workspace.can(reviseEvidence(evidence.id, {}));

  const copy: ReadCopy = useMemo(
    () => ({ capture, text, pages: kind === 'pdf' ? pagesIn(text) : [] }),
    [capture.id, text, kind],
  );
  const pinned = useMemo(() => (pin ? stretchOfPin(copy, pin) : undefined), [copy, pin]);
  const isWholePage = pin !== '' && pin.isWholePage === true;
  const others = useMemo(() => passagesIn(workspace.article.value?.evidence, evidence, copy), [copy, evidence]);
  const found = useMemo(() => placesOf(text, wanted), [text, wanted]);
  const now = found[Math.min(index, found.length - 1)];

  const passages = useMemo(
    () => [...(pinned ? [pinned] : []), ...others].toSorted((one, other) => one.start - other.start),
    [pinned, others],
  );

  const show = (stretch: Stretch | undefined, always = false): void => {
    if (surface && stretch) void reveal(surface, stretch, always);
  };
  const goToFound = (way: 1 | -1): void => {
    if (found.length === 0) return;
    lookElsewhere();
    const next = (Math.min(index, found.length - 1) + way + found.length) % found.length;
    setIndex(next);
    show(found[next]);
  };
  const { caret, choose, chosenNow, drop } = useCaret({
    surface,
    text,
    begin: now?.start ?? pinned?.start ?? copy.pages[seen - 1]?.start ?? 0,
    onKey: (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key === 'f') find.current?.select();
      else if (event.key === 'F3') goToFound(event.shiftKey ? -1 : 1);
      else if (event.key === 'Enter') pinChosen();
      else if (event.key === 'Escape' && chosenNow()) letGo();
      else if (event.key === 'Escape' && surface?.root.ownerDocument !== document) onClose();
      else if ((event.key === 'n' || event.key === 'p') && !event.ctrlKey && !event.metaKey) goToPassage(event.key);
      else return false;
      return true;
    },
  });
  const letGo = (): void => {
    drop();
    surface?.root.ownerDocument.getSelection()?.removeAllRanges();
  };
  /** What was chosen by hand gives way to what is looked for; the caret of the field in which that is typed stays. */
  const lookElsewhere = (): void => {
    if (surface?.root.ownerDocument === document && document.activeElement === find.current) drop();
    else letGo();
  };
  const chosenByHand = caret && trimmed(text, stretchOfCaret(caret));
  const hasChosen = chosenByHand !== undefined;
  const chosen = chosenByHand ?? now;
  const cellIn = (stretch: Stretch) => (surface && kind === 'page' && isPaged ? cellAt(surface, stretch) : undefined);
  const cell = useMemo(() => chosen && cellIn(chosen), [chosen?.start, chosen?.end, surface]);
  const isTooLong = chosen !== undefined && chosen.end - chosen.start > PASSAGE_LIMIT;
  const pinning = (stretch: Stretch) =>
    stretch.end - stretch.start > PASSAGE_LIMIT ? undefined : pinWords(evidence, copy, stretch, cellIn(stretch));
  const put = chosen && pinning(chosen);

  const goToPassage = (key: 'n' | 'p'): void => {
    const at = caret?.focus ?? pinned?.start ?? 0;
    const next =
      key === 'n'
        ? (passages.find(({ start }) => start > at) ?? passages[0])
        : (passages.findLast(({ end }) => end < at) ?? passages.at(-1));
    if (next) choose(next);
  };
  const pinChosen = (): void => {
    const stretch = chosenNow() ?? now;
    const command = stretch && pinning(stretch);
    if (!command || !workspace.run(command, 'card')) return;
    letGo();
    setWanted('');
    surface?.root.focus({ preventScroll: true });
  };

  useEffect(() => {
    if (!surface) return;
    const isCollapsed = caret !== undefined && caret.anchor === caret.focus;
    light(surface, {
      pinned: pinned && !isWholePage ? [pinned] : [],
      others,
      found,
      now: now && !hasChosen ? [now] : [],
      caret: isCollapsed ? [{ start: caret.focus, end: caret.focus + 1 }] : [],
    });
  }, [surface, pinned, others, found, now, caret]);
  useEffect(() => putOut, []);
  // Its keys count as soon as it is there, unless somebody has gone elsewhere meanwhile.
  useEffect(() => {
    if (document.activeElement?.closest('.dialog-head')) surface?.root.focus({ preventScroll: true });
  }, [surface]);
  const first = now ?? pinned ?? copy.pages[(pin !== '' && pin.page ? pin.page : 0) - 1];
  useEffect(() => {
    if (surface && !hasChosen) show(first && { start: first.start, end: first.start + 1 }, true);
  }, [surface === undefined, first?.start]);

  const page = chosen && copy.pages.length > 0 ? pageAt(copy.pages, chosen.start) : copy.pages[seen - 1];
  const ask = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== 'f') return;
    event.preventDefault();
    find.current?.select();
  };
  const isPage = isPaged && kind === 'page';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl-F looks in the copy wherever the focus is in it.
    <div class="copy-view" onKeyDown={ask}>
      <CopyBar
        {...{ find, wanted, kind, isPaged }}
        count={found.length}
        index={Math.min(index, found.length - 1)}
        onWanted={(words) => {
          lookElsewhere();
          setWanted(words);
          setIndex(0);
        }}
        onGo={goToFound}
        onChoose={(words) => {
          surface?.root.focus({ preventScroll: true });
          const places = words === wanted ? found : placesOf(text, words); // it may have been typed just now
          const place = places[Math.min(index, places.length - 1)];
          if (place) choose(place);
        }}
        onPaged={(paged) => {
          drop();
          setSurface(undefined);
          setPaged(paged);
        }}
      />
      {!isPaged && <WordsSurface text={text} pinned={isWholePage ? undefined : pinned} onSurface={setSurface} />}
      {isPage && <PageSurface address={addressOfPage(workspace.id, capture.id)} text={text} onSurface={setSurface} />}
      {isPaged && kind === 'pdf' && (
        <PdfSurface
          load={() => loadBytes(workspace.id, capture.id)}
          text={text}
          pinnedPage={isWholePage && pin.capture === capture.id ? pin.page : undefined}
          onSurface={setSurface}
          onPage={setSeen}
        />
      )}
      <div class="copy-foot">
        <p class="copy-chosen" role="status">
          {hintOf({
            words: chosen && shortly(text.slice(chosen.start, chosen.end)),
            isTooLong,
            pin: pin !== '',
            pinned: isWholePage || pinned !== undefined,
          })}
          {chosen && (
            <span class="place">{placeWords({ ...(page && { page: page.page }), ...(cell && { cell }) })}</span>
          )}
        </p>
        {passages.length > 1 && (
          <button type="button" class="button small" aria-keyshortcuts="n" onClick={() => goToPassage('n')}>
            {t('passage.nextPassage', { count: passages.length })}
          </button>
        )}
        {may && kind === 'pdf' && page && (
          <button type="button" class="button" onClick={() => workspace.run(pinPage(evidence, copy, page), 'card')}>
            {t('passage.pinPage', { page: page.page })}
          </button>
        )}
        {may && (
          <button
            type="button"
            class="button primary"
            disabled={!put || !workspace.can(put)}
            aria-keyshortcuts="Enter"
            onClick={pinChosen}
          >
            {t('passage.pin')}
          </button>
        )}
      </div>
      {may && <p class="hint copy-keys">{t('passage.keys')}</p>}
    </div>
  );
};

/** Where other evidence of the article is pinned in the same copy. */
const passagesIn = (
  all: ReadonlyMap<string, Evidence> | undefined,
  one: Evidence,
  copy: ReadCopy,
): readonly Stretch[] =>
  [...(all?.values() ?? [])].flatMap((each) => {
    const { id, pin, withdrawn } = each;
    if (id === one.id || withdrawn || pin === '' || pin.capture !== copy.capture.id || pin.isWholePage) return [];
    return stretchOfPin(copy, pin) ?? [];
  });

/** The cell of a page's table in which all of a stretch stands. */
const cellAt = ({ words }: Surface, { start, end }: Stretch) => {
  const [first, last] = [words.pointAt(start, 'start'), words.pointAt(end, 'end')];
  const cells = [first, last].map((point) => (point?.node as Text | undefined)?.parentElement?.closest('td, th'));
  return first && cells[0] && cells[0] === cells[1] ? cellOf(first.node) : undefined;
};

interface Told {
  readonly words: string | undefined;
  readonly isTooLong: boolean;
  readonly pin: boolean;
  readonly pinned: boolean;
}

const hintOf = ({ words, isTooLong, pin, pinned }: Told): string => {
  if (isTooLong) return t('passage.tooLong');
  if (words !== undefined) return t('passage.chosen', { words });
  if (pin && !pinned) return t('passage.lost');
  return pin ? '' : t('passage.how');
};
