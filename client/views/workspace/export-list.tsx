import '../../styles/export-menu.css';
import { useEffect, useState } from 'preact/hooks';
import type { Audience, Loss } from '../../../shared/export/format.ts';
import { isBlindTo } from '../../../shared/sight.ts';
import { ask } from '../../api.ts';
import { known, language, t } from '../../strings/index.ts';
import { useWorkspace } from './here.ts';

interface Offered {
  readonly format: string;
  readonly label: string;
  readonly audience: Audience;
  readonly losses: readonly Loss[];
}

/** What is lost, in the language of the screen where each thing has a name there; else as the server says it. */
const lossWords = ({ kind, things, words }: Loss): string => {
  const said = Object.entries(things).map(([name, count]) => known('loss', `${kind}.${name}`, { count }));
  const listed = new Intl.ListFormat(language()).format(said.filter((each) => each !== undefined));
  const all = known('loss', kind, { things: listed });
  return all === undefined || said.includes(undefined) ? words : all;
};

const otherThan = (audience: Audience): Audience => (audience === 'public' ? 'desk' : 'public');

/** The formats that the article can be had in, each with what it has no place for; asked for anew each time the menu opens. */
export const ExportList = ({ opened }: { readonly opened: number }) => {
  const { article, id } = useWorkspace();
  const waits = article.value !== undefined && isBlindTo(article.value);
  const [offered, setOffered] = useState<readonly Offered[]>();
  const shown = waits ? undefined : offered;
  // Only where something is not public is there a choice.
  const isSplit = shown?.some(({ losses }) => losses.some(({ kind }) => kind === 'not-public'));
  const [problem, setProblem] = useState<string>();
  const address = `/api/articles/${encodeURIComponent(id)}/export`;
  useEffect(() => {
    if (waits) return;
    void ask<{ readonly formats: readonly Offered[] }>('GET', address).then((answer) => {
      if ('problem' in answer) setProblem(answer.problem.words);
      else setOffered(answer.value.formats);
    });
  }, [waits, address, opened]);
  return (
    <>
      <h2 class="heading-small">{t('export.title')}</h2>
      {!shown && <p class="meta">{waits ? t('refusal.blind') : (problem ?? t('app.loading'))}</p>}
      {shown?.map(({ format, label, audience, losses }) => (
        <div key={format}>
          <a
            class="item"
            href={`${address}/${encodeURIComponent(format)}`}
            download
            onClick={() => document.getElementById('export-menu')?.hidePopover()}
          >
            <strong>{known('format', format) ?? label}</strong>
            {isSplit && <span class="meta">{t(`export.audience.${audience}`)}</span>}
            {losses.length === 0 && <span class="meta">{t('export.lossless')}</span>}
          </a>
          {isSplit && (
            <a
              class="item other-audience"
              href={`${address}/${encodeURIComponent(format)}?audience=${otherThan(audience)}`}
              download
              onClick={() => document.getElementById('export-menu')?.hidePopover()}
            >
              {t(`export.instead.${otherThan(audience)}`)}
            </a>
          )}
          {losses.length > 0 && (
            <details class="meta">
              <summary>{t('export.losses')}</summary>
              {losses.map((loss) => (
                <p key={loss.words}>{lossWords(loss)}</p>
              ))}
            </details>
          )}
        </div>
      ))}
    </>
  );
};
