import '../../styles/desk.css';
import { useEffect, useState } from 'preact/hooks';
import { canonicalJson } from '../../../shared/canonical.ts';
import { Invalid } from '../../../shared/parsing.ts';
import type { Scale } from '../../../shared/scale.ts';
import { scaleName } from '../../../shared/scale.ts';
import { parseSettings, type Settings, settingsOf } from '../../../shared/settings.ts';
import { loadDesk } from '../../desk.ts';
import { t } from '../../strings/index.ts';
import { configureArticle } from '../../work-commands.ts';
import { wrongWords } from '../../wrong-words.ts';
import { Dialog } from '../shell/dialog.tsx';
import { SettingsForm } from '../shell/settings-form.tsx';
import { FormFoot } from './form-foot.tsx';
import { useWorkspace } from './here.ts';

/** The settings of this article, for a lead to change; each that is changed goes into its log. */
export const ArticleSettings = ({ onClose }: { readonly onClose: () => void }) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  const [changed, setChanged] = useState<Partial<Settings>>({});
  const [scales, setScales] = useState<readonly Scale[]>([]);
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    void loadDesk().then((answer) => {
      if ('value' in answer) setScales(answer.value.scales);
      else setFault(t('settings.noScales', { why: answer.problem.words }));
    });
  }, []);
  if (!article) return null;
  const now = settingsOf(article);
  const others = scales.filter((each) => each.id !== now.scale.id || scaleName(each) !== scaleName(now.scale));
  const choices = [now.scale, ...others.filter(({ id }) => id !== now.scale.id)];
  const newer = others.find(({ id }) => id === now.scale.id);
  const save = (): void => {
    const names = (Object.keys(changed) as (keyof Settings)[]).filter(
      (name) => canonicalJson(changed[name]) !== canonicalJson(now[name]),
    );
    const settings = Object.fromEntries(names.map((name) => [name, changed[name]])) as Partial<Settings>;
    try {
      parseSettings(settings, '');
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      setFault(wrongWords(error));
      return;
    }
    if (names.length === 0 || workspace.run(configureArticle(settings), 'card')) onClose();
  };
  return (
    <Dialog title={t('settings.title')} onClose={onClose}>
      <form
        class="article-settings"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p class="hint">{t('settings.words')}</p>
        <SettingsForm
          settings={{ ...now, ...changed }}
          scales={choices}
          onInput={(settings) => setChanged({ ...changed, ...settings })}
        >
          {newer && (changed.scale ?? now.scale).id === now.scale.id && (
            <label class="setting-choice">
              <input
                type="checkbox"
                checked={changed.scale === newer}
                onChange={(event) => setChanged({ ...changed, scale: event.currentTarget.checked ? newer : now.scale })}
              />
              <span>{t('settings.newer', { version: newer.version })}</span>
            </label>
          )}
        </SettingsForm>
        {fault !== undefined && (
          <p class="error" role="alert">
            {fault}
          </p>
        )}
        <FormFoot onCancel={onClose} />
      </form>
    </Dialog>
  );
};
