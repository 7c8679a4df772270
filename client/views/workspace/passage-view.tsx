import '../../styles/evidence.css';
import '../../styles/passage.css';
import { useEffect, useState } from 'preact/hooks';
import { wordsOf } from '../../../shared/article.ts';
import type { Capture } from '../../../shared/capture.ts';
import type { Evidence } from '../../../shared/evidence.ts';
import { evidenceOf } from '../../../shared/outcome.ts';
import { mainOf } from '../../../shared/relations.ts';
import { type Source, sourceName } from '../../../shared/source.ts';
import { addressAtWords } from '../../../shared/text-fragment.ts';
import { addressOfBytes, capturesOf, loadText } from '../../captures.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { Dialog } from '../shell/dialog.tsx';
import { CaptureText } from './capture-text.tsx';
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
        {one ? <Copy key={`${one.evidence.id} ${one.capture.id}`} {...one} /> : <p>{t('passage.nothing')}</p>}
      </div>
    </Dialog>
  );
};

interface CopyParts {
  readonly evidence: Evidence;
  readonly capture: Capture;
  readonly source: Source;
}

const Copy = ({ evidence, capture, source }: CopyParts) => {
  const workspace = useWorkspace();
  const [text, setText] = useState<string>();
  const [isLoading, setLoading] = useState(true);
  useEffect(() => {
    void loadText(workspace.id, capture.id).then((loaded) => {
      setText(loaded);
      setLoading(false);
    });
  }, [workspace, capture.id]);
  const { kept } = capture;
  const address = kept?.address || source.url;
  return (
    <section aria-label={t('passage.copy')} class="passage-copy">
      <p class="meta">
        {kept && t('capture.kept', { time: moment(kept.at) })}
        {evidence.pin && address && (
          <a href={addressAtWords(address, evidence.pin.quote)} target="_blank" rel="noopener noreferrer">
            {t('passage.open')}
          </a>
        )}
        <a href={addressOfBytes(workspace.id, capture.id)}>{t('passage.save')}</a>
      </p>
      {isLoading && <p role="status">{t('passage.loading')}</p>}
      {!isLoading && text === undefined && (
        <p>{t(kept?.unread ? `capture.unread.${kept.unread}` : 'passage.noWords')}</p>
      )}
      {text !== undefined && <CaptureText evidence={evidence} capture={capture} text={text} />}
      {kept && <p class="meta hash">{t('passage.sealed', { hash: kept.sha256 })}</p>}
    </section>
  );
};
