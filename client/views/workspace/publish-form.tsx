import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { PAGE_LANGUAGES } from '../../../shared/export/html/words/languages.ts';
import { CHANGES, type ReportChange } from '../../../shared/publication.ts';
import type { Problem } from '../../api.ts';
import { previewPage, previewReport, publishReport, type ReportPreview, type ReportWish } from '../../reports.ts';
import { t } from '../../strings/index.ts';
import { toast } from '../../toasts.ts';
import { BeforeList } from './before-publishing.tsx';
import { useWorkspace } from './here.ts';

interface Parts {
  readonly isFirst: boolean;
  readonly isRetracted: boolean;
  readonly onPublished: () => void;
}

/** What was typed and not published, by article: to close the dialog loses nothing. */
const typed = new Map<string, string>();

const choicesOf = ({ isFirst, isRetracted }: Pick<Parts, 'isFirst' | 'isRetracted'>): readonly ReportChange[] =>
  isFirst
    ? ['first']
    : (Object.keys(CHANGES) as ReportChange[]).filter(
        (each) => each !== 'first' && !(isRetracted && each === 'retraction'),
      );

/** Publishes the report, or a newer one with what changed; before, it says what will be on it and what not. */
export const PublishForm = ({ isFirst, isRetracted, onPublished }: Parts) => {
  const { id, article } = useWorkspace();
  const fields = useId();
  const choices = choicesOf({ isFirst, isRetracted });
  const [wish, setWish] = useState<ReportWish>({
    change: isFirst ? 'first' : 'correction',
    note: typed.get(id) ?? '',
    language: '',
    named: false,
  });
  const [preview, setPreview] = useState<ReportPreview>();
  // What is wrong with what was sent stays said while others write; what could not be counted is counted anew.
  const [notCounted, setNotCounted] = useState<Problem>();
  const [refused, setRefused] = useState<Problem>();
  const problem = refused ?? notCounted;
  const [isPublishing, setPublishing] = useState(false);
  const [shownPage, setShownPage] = useState<string>();
  const turn = useRef(0);
  const version = article.value?.version ?? 0;
  const look = async (): Promise<void> => {
    const mine = ++turn.current;
    const answer = await previewReport(id, { ...wish, note: wish.note || '…' });
    if (turn.current !== mine) return;
    if ('problem' in answer) setNotCounted(answer.problem);
    else {
      setNotCounted(undefined);
      setPreview(answer.value);
    }
  };
  // What would be published follows the article while the dialog is open.
  useEffect(() => {
    void look();
    return () => {
      turn.current += 1;
    };
  }, [id, version, wish.change]);

  const change = (some: Partial<ReportWish>): void => {
    setShownPage(undefined);
    setRefused(undefined);
    setWish({ ...wish, ...some });
    if (some.note !== undefined) typed.set(id, some.note);
  };
  const publish = async (): Promise<void> => {
    if (!isFirst && wish.note.trim() === '') {
      setRefused({ kind: 'refused', words: t('report.missing'), where: 'note' });
      document.getElementById(`${fields}-note`)?.focus();
      return;
    }
    if (!preview || isPublishing) return;
    setPublishing(true);
    setRefused(undefined);
    const answer = await publishReport(id, wish, preview.version);
    setPublishing(false);
    if ('problem' in answer) {
      await look();
      setRefused(answer.problem);
      return;
    }
    typed.delete(id);
    const { address } = answer.value;
    toast(t('report.done'), {
      action: { label: t('report.show'), run: () => void open(address, '_blank', 'noopener') },
    });
    onPublished();
  };
  return (
    <form
      class="publish-form"
      onSubmit={(event) => {
        event.preventDefault();
        void publish();
      }}
    >
      {!isFirst && (
        <div class="field">
          <label for={`${fields}-kind`}>{t('report.kind')}</label>
          <select
            class="input"
            id={`${fields}-kind`}
            value={wish.change}
            onChange={(event) => change({ change: event.currentTarget.value as ReportChange })}
          >
            {choices.map((each) => (
              <option key={each} value={each}>
                {t(`report.change.${each}`)}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="field">
        <label for={`${fields}-note`}>{t('report.note')}</label>
        <textarea
          class="input"
          id={`${fields}-note`}
          dir="auto"
          rows={2}
          maxLength={2_000}
          aria-describedby={`${fields}-hint`}
          aria-invalid={problem?.where === 'note'}
          value={wish.note}
          onInput={(event) => change({ note: event.currentTarget.value })}
        />
        <span class="hint" id={`${fields}-hint`}>
          {t(isFirst ? 'report.noteFirst' : 'report.noteHint')}
        </span>
      </div>
      <div class="publish-choices">
        <label class="publish-choice">
          <span>{t('report.language')}</span>
          <select
            class="input"
            value={wish.language}
            onChange={(event) => change({ language: event.currentTarget.value as ReportWish['language'] })}
          >
            <option value="">{t('report.ofArticle')}</option>
            {Object.entries(PAGE_LANGUAGES).map(([tag, name]) => (
              <option key={tag} value={tag} lang={tag}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label class="publish-choice">
          <input
            type="checkbox"
            checked={wish.named}
            onChange={(event) => change({ named: event.currentTarget.checked })}
          />
          <span>{t('report.named')}</span>
        </label>
      </div>
      {preview ? (
        <BeforeList preview={preview} />
      ) : (
        !problem && (
          <p class="meta" role="status">
            {t('report.counting')}
          </p>
        )
      )}
      {problem && (
        <p class="error" role="alert">
          {problem.words}
        </p>
      )}
      {shownPage !== undefined && (
        <div class="publish-preview">
          <iframe src={shownPage} title={t('report.previewTitle')} />
          <a href={shownPage} target="_blank" rel="noopener">
            {t('report.inTab')}
          </a>
        </div>
      )}
      <p class="row">
        <button type="submit" class="button primary" disabled={!preview || isPublishing}>
          {t(isPublishing ? 'report.publishing' : wish.change === 'retraction' ? 'report.retract' : 'report.publish')}
        </button>
        {preview && shownPage === undefined && (
          <button type="button" class="button" onClick={() => setShownPage(previewPage(id, wish))}>
            {t('report.preview')}
          </button>
        )}
      </p>
    </form>
  );
};
