import '../../styles/annotations.css';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type BroughtFile, bringFile, takeBack } from '../../annotations.ts';
import type { Problem } from '../../api.ts';
import { t } from '../../strings/index.ts';
import { LARGEST } from '../../text-file.ts';
import { toast } from '../../toasts.ts';
import { Dialog } from '../shell/dialog.tsx';
import { Wrong } from '../shell/wrong.tsx';
import { BroughtItems } from './brought-items.tsx';
import { useWorkspace } from './here.ts';

/** What was pasted and not brought, by article: to close the dialog loses nothing. */
const pasted = new Map<string, string>();

type Shown =
  | { readonly at: 'choosing'; readonly problem?: Problem }
  | { readonly at: 'reading' | 'writing'; readonly done?: number }
  | { readonly at: 'shown'; readonly brought: BroughtFile };

/** Brings annotations of a file, or pasted ones: first it shows what becomes of each, then it writes. */
export const BringAnnotations = ({ onClose }: { readonly onClose: () => void }) => {
  const workspace = useWorkspace();
  const [file, setFile] = useState<File>();
  const [shown, setShown] = useState<Shown>({ at: 'choosing' });
  const under = useRef<AbortController>(undefined);
  useEffect(() => () => under.current?.abort(), []);

  const send = async (given: File, isPreview: boolean): Promise<void> => {
    under.current?.abort();
    const mine = new AbortController();
    under.current = isPreview ? mine : undefined; // what is being written is not called off by closing this
    setFile(given);
    const at = isPreview ? 'reading' : 'writing';
    setShown({ at });
    const answer = await bringFile(workspace.id, given, isPreview, mine.signal, (step) => {
      if (step.step === 'reading' && !mine.signal.aborted) setShown({ at, done: step.done });
    });
    if (mine.signal.aborted) return; // called off, or the dialog is gone
    if ('problem' in answer) setShown({ at: 'choosing', problem: answer.problem });
    else if (isPreview) setShown({ at: 'shown', brought: answer.value });
    else {
      tellDone(answer.value);
      pasted.delete(workspace.id);
      onClose();
    }
  };
  const tellDone = ({ placed, unplaced, undo }: BroughtFile): void => {
    const words = placed > 0 ? t('annotations.done', { count: placed }) : t('annotations.kept', { count: unplaced });
    const run = (): void => takeBack(workspace, undo);
    toast(words, undo.length > 0 ? { article: workspace.id, action: { label: t('annotations.undo'), run } } : {});
  };
  const again = (): void => {
    under.current?.abort();
    setShown({ at: 'choosing' });
  };
  return (
    <Dialog title={t('annotations.title')} onClose={onClose}>
      <div class="annotations-dialog">
        {shown.at === 'choosing' && (
          <Choosing problem={shown.problem} name={file?.name} onFile={(given) => void send(given, true)} />
        )}
        {(shown.at === 'reading' || shown.at === 'writing') && (
          <Waiting at={shown.at} done={shown.done} onCancel={again} />
        )}
        {shown.at === 'shown' && file && (
          <Preview brought={shown.brought} onAgain={again} onBring={() => void send(file, false)} />
        )}
      </div>
    </Dialog>
  );
};

interface ChoosingParts {
  readonly problem: Problem | undefined;
  readonly name: string | undefined;
  readonly onFile: (file: File) => void;
}

const Choosing = ({ problem, name, onFile }: ChoosingParts) => {
  const { id: article } = useWorkspace();
  const input = useRef<HTMLInputElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const [missing, setMissing] = useState<string>();
  useEffect(() => field.current?.focus(), []);
  const take = (given: File | undefined): void => {
    if (!given) return;
    if (given.size > LARGEST.file) setMissing(t('annotations.tooLarge', { name: given.name }));
    else onFile(given);
  };
  const read = (): void => {
    const text = field.current?.value ?? '';
    if (text.trim() !== '') take(new File([text], 'annotations.json', { type: 'application/json' }));
    else setMissing(t('annotations.missing'));
  };
  return (
    <form
      class="annotations-choose"
      onSubmit={(event) => {
        event.preventDefault();
        read();
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer?.files[0]);
      }}
    >
      <p class="hint" id={`${id}-hint`}>
        {t('annotations.hint')}
      </p>
      {problem && <Refused problem={problem} name={name} />}
      <Wrong words={missing} />
      <label for={id}>{t('annotations.paste')}</label>
      <textarea
        class="input"
        id={id}
        ref={field}
        rows={6}
        dir="ltr"
        spellcheck={false}
        aria-describedby={`${id}-hint`}
        defaultValue={pasted.get(article) ?? ''}
        onInput={(event) => {
          pasted.set(article, event.currentTarget.value);
          setMissing(undefined);
        }}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && read()}
      />
      <input
        hidden
        type="file"
        ref={input}
        accept=".json,.jsonld,application/json,application/ld+json"
        onChange={(event) => take(event.currentTarget.files?.[0])}
      />
      <p class="dialog-foot">
        <button type="button" class="button" onClick={() => input.current?.click()}>
          {t('annotations.file')}
        </button>
        <button type="submit" class="button primary">
          {t('annotations.read')}
        </button>
      </p>
    </form>
  );
};

/** Why a file was not taken: all that is wrong with it, each with its place. */
const Refused = ({ problem, name }: { readonly problem: Problem; readonly name: string | undefined }) => (
  <div class="notice error annotations-refused" role="alert">
    <strong>
      {t('annotations.refused')}
      {name && `: ${name}`}
    </strong>
    {problem.faults ? (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys as well.
      <ul tabIndex={0}>
        {problem.faults.map((fault) => (
          <li key={fault} dir="ltr">
            {fault}
          </li>
        ))}
      </ul>
    ) : (
      <p>{problem.words}</p>
    )}
  </div>
);

interface WaitingParts {
  readonly at: 'reading' | 'writing';
  /** From 0 to 1; absent while it is not told. */
  readonly done: number | undefined;
  readonly onCancel: () => void;
}

const Waiting = ({ at, done, onCancel }: WaitingParts) => (
  <div class="notice reading-way">
    <progress aria-label={t(`annotations.${at}`)} {...(done !== undefined && { value: done })} />
    <span role="status">{t(`annotations.${at}`)}</span>
    <span class="spacer" />
    {at === 'reading' && (
      <button type="button" class="button small" onClick={onCancel}>
        {t('form.cancel')}
      </button>
    )}
  </div>
);

interface PreviewParts {
  readonly brought: BroughtFile;
  readonly onAgain: () => void;
  readonly onBring: () => void;
}

const Preview = ({ brought: { items, placed, unplaced, again }, onAgain, onBring }: PreviewParts) => {
  const main = useRef<HTMLButtonElement>(null);
  useEffect(() => main.current?.focus(), []);
  const doubtful = items.filter(({ doubts, why }) => doubts.length > 0 && why === undefined).length;
  const counts = [
    placed > 0 && t('annotations.placed', { count: placed }),
    doubtful > 0 && t('annotations.doubtful', { count: doubtful }),
    again > 0 && t('annotations.again', { count: again }),
    unplaced > 0 && t('annotations.unplaced', { count: unplaced }),
  ].filter((each) => each !== false);
  return (
    <>
      <p role="status" class="annotations-counts">
        {items.length === 0
          ? t('annotations.nothing')
          : again === items.length
            ? t('annotations.allAgain')
            : counts.join(' · ')}
      </p>
      <BroughtItems items={items} />
      <p class="dialog-foot">
        <button type="button" class="button" {...(placed + unplaced === 0 && { ref: main })} onClick={onAgain}>
          {t('annotations.another')}
        </button>
        {placed + unplaced > 0 && (
          <button type="button" class="button primary" ref={main} onClick={onBring}>
            {placed > 0 ? t('annotations.do', { count: placed }) : t('annotations.keep')}
          </button>
        )}
      </p>
    </>
  );
};
