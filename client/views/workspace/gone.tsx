import '../../styles/gone.css';
import { useEffect, useState } from 'preact/hooks';
import type { Tombstone } from '../../../shared/api/records/accounts.ts';
import { announce } from '../../announced.ts';
import { tombstoneOf } from '../../deletion.ts';
import { save } from '../../download.ts';
import { loadPeople } from '../../people.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { unsentOf, unsentText } from '../../unsent.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { SureButton } from '../shell/sure-button.tsx';
import { TopBar } from '../shell/top-bar.tsx';
import { useWorkspace } from './here.ts';

/** What the address of a deleted article shows: when and by whom it was, and what one had not sent, to be saved. */
export const Gone = () => {
  const { id } = useWorkspace();
  const [tombstone, setTombstone] = useState<Tombstone>();
  const [by, setBy] = useState<string>();
  usePageTitle(t('gone.title'));
  useEffect(() => {
    announce(t('gone.title'));
    const ask = async (): Promise<void> => {
      const known = await tombstoneOf(id);
      setTombstone(known);
      if (!known) return;
      const people = await loadPeople();
      setBy('value' in people ? people.value.reviewers.find((each) => each.id === known.by)?.name : undefined);
    };
    void ask();
  }, [id]);
  const at = tombstone && moment(tombstone.at);
  return (
    <>
      <TopBar />
      <main class="plain gone" id="content" tabIndex={-1}>
        <h1>{t('gone.title')}</h1>
        {at && <p>{by ? t('gone.by', { time: at, name: by }) : t('gone.at', { time: at })}</p>}
        <p>{t('gone.words')}</p>
        <OwnWork />
        <p>
          <a class="button primary" href="/">
            {t('workspace.toList')}
          </a>
        </p>
      </main>
    </>
  );
};

/** What was not sent; it stays in this browser until it is saved, or thrown away. */
const OwnWork = () => {
  const { exchange, drafts } = useWorkspace();
  const [end, setEnd] = useState<'saved' | 'thrown'>();
  const unsent = unsentOf(exchange.tray.value, drafts.value);
  const forget = (how: 'saved' | 'thrown'): void => {
    exchange.tray.value = [];
    drafts.value = new Map();
    setEnd(how);
  };
  const download = (): void => {
    save({ file: new Blob([unsentText(unsent)], { type: 'text/plain;charset=utf-8' }), name: `${t('gone.file')}.txt` });
    forget('saved');
  };
  if (unsent.length === 0) return end ? <p role="status">{t(`gone.${end}`)}</p> : null;
  return (
    <section aria-labelledby="unsent">
      <h2 id="unsent">{t('gone.unsent')}</h2>
      <p class="hint">{t('gone.unsentWords')}</p>
      <ul class="unsent">
        {unsent.map(({ id, what, text }) => (
          <li key={id}>
            <strong>{what}</strong>
            {text !== '' && <blockquote dir="auto">{text}</blockquote>}
          </li>
        ))}
      </ul>
      <p class="row">
        <button type="button" class="button" onClick={download}>
          {t('gone.download')}
        </button>
        <SureButton
          words={t('gone.throw')}
          sure={t('gone.throwSure')}
          keep={t('gone.keep')}
          onDo={() => forget('thrown')}
        />
      </p>
    </section>
  );
};
