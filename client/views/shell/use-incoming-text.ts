import { useEffect, useState } from 'preact/hooks';
import { changeDraft, draft, draftFile, EMPTY_DRAFT } from '../../article-draft.ts';
import type { Dropped } from '../../files-given.ts';
import { navigate } from '../../router.ts';
import { t } from '../../strings/index.ts';
import { decodeText, isReadThere, isText, LARGEST } from '../../text-file.ts';
import { toast } from '../../toasts.ts';

/** Takes a text as the draft of a new article, with its formatting where it has any; what it replaces can be brought back. */
export const takeText = (text: string, html?: string): void => {
  const before = draft.value;
  const kept = changeDraft({ ...EMPTY_DRAFT, text, html });
  draftFile.value = undefined;
  if (!kept) toast(t('newArticle.notKept'), { tone: 'error' });
  else if (before.text.trim() !== '' && before.text !== text)
    toast(t('newArticle.replaced'), { action: { label: t('undo.undo'), run: () => changeDraft(before) } });
};

/** Takes a file that the server reads as the draft, in the place of a text. */
const takeWhole = (file: File): void => {
  takeText('');
  draftFile.value = file;
};

/** Takes a file, or its text, as the draft; says why not when it is nothing that is read, and answers whether it was taken. */
export const takeFile = async (file: File): Promise<boolean> => {
  const refuse = (why: 'newArticle.tooLarge' | 'newArticle.notRead'): false => {
    toast(t(why, { name: file.name }), { tone: 'error' });
    return false;
  };
  if (file.size > LARGEST.file) return refuse('newArticle.tooLarge');
  if (isReadThere(file.name)) takeWhole(file);
  else {
    const text = file.size > LARGEST.text ? undefined : decodeText(new Uint8Array(await file.arrayBuffer()));
    if (text !== undefined) takeText(text);
    else if (isText(file.name)) takeWhole(file);
    else return refuse('newArticle.notRead');
  }
  return true;
};

/** Takes what was dropped: a file as the draft, several or a folder as a batch. */
const takeDropped = async (dropped: Dropped): Promise<void> => {
  // Batches are rare, and this code is on the first screen.
  const [{ filesDropped }, { takeFiles }] = await Promise.all([
    import('../../files-given.ts'),
    import('./take-batch.ts'),
  ]);
  const files = await filesDropped(dropped);
  const [first, ...others] = files;
  if (!first) return;
  if (others.length > 0 || first.path.includes('/')) await takeFiles(files);
  else if (await takeFile(first.file)) navigate('/articles/new');
};

/** What was copied, with its formatting where there is more to it than a line break. */
export const formatted = (data: DataTransfer | null): string | undefined => {
  const html = data?.getData('text/html') ?? '';
  return /<(?:p|h[1-6]|li|table|blockquote|figure|a|article|section|b|i|em|strong)\b/i.test(html) ? html : undefined;
};

/** Takes what is pasted or dropped anywhere on the page, outside fields, to a new article; answers whether something hovers. */
export const useIncomingText = (welcome: boolean): boolean => {
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    if (!welcome) return undefined;
    const arrive = (data: DataTransfer | null): void => {
      const text = data?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      takeText(text, formatted(data));
      navigate('/articles/new');
    };
    const paste = (event: ClipboardEvent): void => {
      if (event.target instanceof HTMLElement && event.target.matches('input, textarea')) return;
      if (document.querySelector('dialog[open]')) return;
      arrive(event.clipboardData);
    };
    // Words dragged into a field, or about in it, are the browser's business.
    const isOurs = ({ target, dataTransfer }: DragEvent): boolean =>
      dataTransfer?.types.includes('Files') || !(target instanceof HTMLElement && target.matches('input, textarea'));
    const over = (event: DragEvent): void => {
      if (!isOurs(event)) return;
      event.preventDefault();
      setHovering(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setHovering(false);
    };
    const drop = (event: DragEvent): void => {
      setHovering(false);
      if (!isOurs(event)) return;
      event.preventDefault();
      const { dataTransfer } = event;
      if (!dataTransfer?.types.includes('Files')) arrive(dataTransfer);
      else {
        const entries = [...dataTransfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
        void takeDropped({ entries, files: [...dataTransfer.files] });
      }
    };
    document.addEventListener('paste', paste);
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('paste', paste);
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, [welcome]);
  return hovering;
};
