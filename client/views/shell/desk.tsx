import '../../styles/looks.css';
import '../../styles/desk.css';
import { useEffect, useState } from 'preact/hooks';
import { parseDesk } from '../../../shared/desk.ts';
import { Invalid } from '../../../shared/parsing.ts';
import { may } from '../../account.ts';
import type { Problem } from '../../api.ts';
import { copyOf, type Desk as Decided, loadDesk, saveDesk, withScale } from '../../desk.ts';
import { scaleInWords } from '../../scale-words.ts';
import { t } from '../../strings/index.ts';
import { toast } from '../../toasts.ts';
import { wrongWords } from '../../wrong-words.ts';
import { Failure } from './failure.tsx';
import { NotFound } from './not-found.tsx';
import { usePageTitle } from './page-title.ts';
import { ScaleEditor } from './scale-editor.tsx';
import { SettingsForm } from './settings-form.tsx';
import { TakeAlong } from './take-along.tsx';
import { TopBar } from './top-bar.tsx';
import { Webhooks } from './webhooks.tsx';
import { WhoMay } from './who-may.tsx';

/** What is wrong with a desk before it is sent, in words; nothing when it can be. */
const faultIn = (desk: Decided): string | undefined => {
  try {
    parseDesk(desk, '');
    return undefined;
  } catch (error) {
    if (error instanceof Invalid) return wrongWords(error);
    throw error;
  }
};

const same = (one: Decided, other: Decided): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What the desk decides for the articles that are made from now on. */
export const Desk = () => {
  usePageTitle(t('desk.title'));
  const [desk, setDesk] = useState<Decided>();
  const [draft, setDraft] = useState<Decided>();
  const [problem, setProblem] = useState<Problem>();
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const take = (decided: Decided): void => {
    setDesk(decided);
    setDraft(decided);
    setFault(undefined);
    setProblem(undefined);
  };
  const load = async (): Promise<void> => {
    const answer = await loadDesk();
    if ('value' in answer) take(answer.value);
    else setProblem(answer.problem);
  };
  useEffect(() => {
    if (may('lead')) void load();
  }, []);
  if (!may('lead')) return <NotFound />;
  const changed = desk !== undefined && draft !== undefined && !same(desk, draft);
  const change = (to: Decided): void => {
    setDraft(to);
    if (fault !== undefined) setFault(faultIn(to));
  };
  const save = async (): Promise<void> => {
    if (!draft || busy || !changed) return;
    const wrong = faultIn(draft);
    setFault(wrong);
    if (wrong !== undefined) return;
    setBusy(true);
    const answer = await saveDesk(draft);
    setBusy(false);
    if ('value' in answer) {
      const { version } = answer.value;
      setDesk(answer.value);
      // What was changed while it was on its way is still to be saved.
      setDraft((now) => (now && now !== draft ? { ...now, version } : answer.value));
      toast(t('desk.saved'));
    } else setFault(answer.problem.words);
  };
  return (
    <>
      <TopBar
        crumb={
          <>
            <a href="/">{t('articles.title')}</a> /
          </>
        }
        title={t('desk.title')}
      />
      <main class="desk" id="content" tabIndex={-1}>
        <h1>{t('desk.title')}</h1>
        <p class="lead">{t('desk.words')}</p>
        {problem && <Failure problem={problem} onRetry={load} />}
        {!draft && !problem && <p class="hint">{t('app.loading')}</p>}
        {draft && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void save();
            }}
          >
            <SettingsForm
              settings={draft.settings}
              scales={draft.scales}
              onInput={(settings) => change({ ...draft, settings: { ...draft.settings, ...settings } })}
            >
              <Editing draft={draft} onChange={change} />
            </SettingsForm>
            <footer class={`desk-foot ${changed ? 'is-changed' : ''}`}>
              {fault !== undefined && (
                <p class="error" role="alert">
                  {fault}
                </p>
              )}
              <span class="spacer" />
              {changed && (
                <button type="button" class="button quiet" onClick={() => desk && take(desk)}>
                  {t('desk.discard')}
                </button>
              )}
              <button type="submit" class="button primary" aria-disabled={busy || !changed} aria-busy={busy}>
                {t('desk.save')}
              </button>
            </footer>
          </form>
        )}
        {draft && <WhoMay />}
        {draft && may('admin') && <Webhooks />}
        {draft && may('admin') && <TakeAlong />}
      </main>
    </>
  );
};

interface Editor {
  readonly draft: Decided;
  readonly onChange: (draft: Decided) => void;
}

/** The scale that is chosen, folded away until it is to be changed; and a copy of it to begin one of one's own with. */
const Editing = ({ draft, onChange }: Editor) => {
  const { scale } = draft.settings;
  const inWords = scaleInWords(scale);
  const { name } = inWords;
  const copy = (): void => {
    const own = copyOf(inWords, t('scale.copyOf', { name }).slice(0, 80), draft.scales);
    onChange(withScale({ ...draft, settings: { ...draft.settings, scale: own } }, own));
  };
  return (
    <details class="scale-edit">
      <summary>{t('scale.edit', { name })}</summary>
      <ScaleEditor key={scale.id} scale={scale} onInput={(revised) => onChange(withScale(draft, revised))} />
      <p>
        <button type="button" class="button small quiet" onClick={copy}>
          {t('scale.copy')}
        </button>
      </p>
    </details>
  );
};
