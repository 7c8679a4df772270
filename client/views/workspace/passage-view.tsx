import '../../styles/evidence.css';
import '../../styles/passage.css';
import { useEffect, useState } from 'preact/hooks';
import { wordsOf } from '../../../shared/article.ts';
import type { Capture } from '../../../shared/capture.ts';
import type { Evidence } from '../../../shared/evidence.ts';
import { evidenceOf } from '../../../shared/outcome.ts';
import { mainOf } from '../../../shared/relations.ts';
import { type Source, sourceName } from '../../../shared/source.ts';
import { addressAtPlace } from '../../../shared/text-fragment.ts';
import { addressOfBytes, capturesOf, loadText } from '../../captures.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { Dialog } from '../shell/dialog.tsx';
import { CopyView } from './copy/copy-view.tsx';
import { useOnline } from './copy/use-online.ts';
import { useWorkspace } from './here.ts';
import { shownEvidence } from './shown-evidence.ts';
import { ShownTo } from './shown-to.tsx';

/** The copy that evidence is shown in: the one that it is pinned in, else the newest. */
const captureFor = ({ pin, source }: Evidence, article: string): Capture | undefined => {
  const kept = capturesOf(article, source).filter((each) => each.kept);
  return (pin && kept.find(({ id }) => id === pin.capture)) || kept.at(-1);
};

/** The open claim and, beside it, the passage of its evidence in the frozen copy. */
export const PassageView = ({ onClose }: { readonly onClose: () => void }) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  const open = workspace.claim.value;
  const claim = article?.claims.get(open === undefined ? '' : mainOf(article.claims, open));
  if (!article || !claim) return null;
  const shown = evidenceOf(article, claim.id).flatMap((evidence) => {
    const capture = captureFor(evidence, workspace.id);
    const source = article.sources.get(evidence.source);
    return capture && source ? [{ evidence, capture, source }] : [];
  });
  const one = shown.find(({ evidence }) => evidence.id === shownEvidence.value) ?? shown[0];
  return (
    <Dialog title={t('passage.title')} onClose={onClose}>
      <div class="passage-view">
        <section aria-label={t('passage.claim')}>
          <blockquote dir="auto">{wordsOf(article, claim.id) || claim.quote.exact}</blockquote>
          {claim.statement && <p dir="auto">{claim.statement}</p>}
          {shown.map(({ evidence, source }) => (
            <button
              key={evidence.id}
              type="button"
              class="passage-source"
              aria-pressed={evidence === one?.evidence}
              onClick={() => {
                shownEvidence.value = evidence.id;
              }}
            >
              {evidence.stance && (
                <span class={`stance ${evidence.stance}`}>{t(`field.evidence.stance.${evidence.stance}`)}</span>
              )}
              <span dir="auto">{sourceName(source)}</span>
              <ShownTo record={source.visibility !== 'public' ? source : evidence} usual="public" />
            </button>
          ))}
        </section>
        {one ? <Copies key={one.evidence.id} {...one} onClose={onClose} /> : <p>{t('passage.nothing')}</p>}
      </div>
    </Dialog>
  );
};

interface CopyParts {
  readonly evidence: Evidence;
  readonly capture: Capture;
  readonly source: Source;
  readonly onClose: () => void;
}

/** The copies of a source, of which one is shown: what the evidence is pinned in stays as it was when there is a newer one. */
const Copies = ({ evidence, capture, source, onClose }: CopyParts) => {
  const workspace = useWorkspace();
  const [chosen, choose] = useState('');
  const all = capturesOf(workspace.id, source.id).filter(({ kept }) => kept);
  const shown = all.find(({ id }) => id === chosen) ?? capture;
  const { pin } = evidence;
  const pinnedIn = pin === '' ? undefined : all.find(({ id }) => id === pin.capture);
  return (
    <section aria-label={t('passage.copy')} class="passage-copy">
      {all.length > 1 && (
        <p class="meta">
          <select
            class="input"
            aria-label={t('passage.copies')}
            value={shown.id}
            onChange={({ currentTarget }) => choose(currentTarget.value)}
          >
            {all.toReversed().map(({ id, kept }) => (
              <option key={id} value={id}>
                {t('capture.kept', { time: kept ? `${moment(kept.at)} · ${typeName(kept.mediaType)}` : '' })}
              </option>
            ))}
          </select>
          {pinnedIn?.kept && pinnedIn.id !== shown.id && t('passage.elsewhere', { time: moment(pinnedIn.kept.at) })}
        </p>
      )}
      <Copy
        key={shown.id}
        isOne={all.length === 1}
        evidence={evidence}
        capture={shown}
        source={source}
        onClose={onClose}
      />
    </section>
  );
};

/** What a media type is called where there is little room, such as PDF. */
const typeName = (mediaType: string): string => (mediaType.split('/')[1] ?? '').split('+')[0]?.toUpperCase() ?? '';

const Copy = ({ evidence, capture, source, isOne, onClose }: CopyParts & { readonly isOne: boolean }) => {
  const workspace = useWorkspace();
  const [text, setText] = useState<string>();
  const hasWords = capture.kept?.text !== undefined;
  const [tries, setTries] = useState(0);
  const [isLoading, setLoading] = useState(hasWords);
  useEffect(() => {
    if (!hasWords) return;
    void loadText(workspace.id, capture.id).then((loaded) => {
      setText(loaded);
      setLoading(false);
    });
  }, [workspace, capture.id, tries]);
  const isLost = hasWords && !isLoading && text === undefined;
  const again = (): void => {
    setLoading(true);
    setTries(tries + 1);
  };
  useOnline(isLost, again);
  const { kept } = capture;
  const address = kept?.address || source.url;
  return (
    <>
      <p class="meta">
        {kept && isOne && t('capture.kept', { time: moment(kept.at) })}
        {(evidence.pin || evidence.time) && address && (
          <a href={addressAtPlace(address, evidence.pin, evidence.time)} target="_blank" rel="noopener noreferrer">
            {t('passage.open')}
          </a>
        )}
        <a href={addressOfBytes(workspace.id, capture.id)}>{t('passage.save')}</a>
      </p>
      {isLoading && <p role="status">{t('passage.loading')}</p>}
      {isLost && (
        <p role="alert">
          {t('passage.offline')}{' '}
          <button type="button" class="link-button" onClick={again}>
            {t('app.tryAgain')}
          </button>
        </p>
      )}
      {(!hasWords || kept?.unread) && <p>{t(kept?.unread ? `capture.unread.${kept.unread}` : 'passage.noWords')}</p>}
      {text !== undefined && <CopyView evidence={evidence} capture={capture} text={text} onClose={onClose} />}
      {kept && <p class="meta hash">{t('passage.sealed', { hash: kept.sha256 })}</p>}
    </>
  );
};
