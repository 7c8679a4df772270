import type { Evidence } from '../../../shared/evidence.ts';
import { type Finding, openFindings } from '../../../shared/look.ts';
import { placeOfPlain } from '../../../shared/passage-now.ts';
import { quoteIn } from '../../../shared/quote.ts';
import { loadText } from '../../captures.ts';
import { reviseEvidence, upholdEvidence } from '../../commands.ts';
import { looksIn } from '../../looks.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { toast } from '../../toasts.ts';
import { wordDiff } from '../../word-diff.ts';
import { Runs } from './changes.tsx';
import { focusCard } from './focusing.ts';
import { useWorkspace } from './here.ts';

/** Says that what evidence rests on is another at its address by now, word by word, with what can be made of it. */
export const SourceChanged = ({ evidence }: { readonly evidence: Evidence }) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  const look = looksIn(workspace.id).looks.get(evidence.source);
  if (!article || !look) return null;
  const open = openFindings(article, look).find((each) => each.evidence.id === evidence.id);
  if (!open) return <Upheld evidence={evidence} />;
  const { finding } = open;
  const { state, before, after } = finding;
  const uphold = upholdEvidence(finding);
  const pin = async (): Promise<void> => {
    const revise = await pinning(workspace.id, finding);
    if (revise) workspace.run(revise, 'card');
    else toast(t('drift.byHand'), { tone: 'error' });
  };
  return (
    <div class="alert source-changed">
      <p>{t(`drift.${state}`, { time: moment(look.at) })}</p>
      {before && state !== 'page' && (
        <p class="words" dir="auto">
          <Runs runs={wordDiff(before, after)} />
        </p>
      )}
      <p class="source-acts">
        {workspace.can(uphold) && (
          <button
            type="button"
            class="button small"
            onClick={() => workspace.run(uphold, 'card') && focusCard(evidence.claim)}
          >
            {t('drift.uphold')}
          </button>
        )}
        {state === 'changed' && workspace.can(reviseEvidence(evidence.id, {})) && (
          <button type="button" class="button small quiet" onClick={() => void pin()}>
            {t('drift.pin')}
          </button>
        )}
      </p>
    </div>
  );
};

const Upheld = ({ evidence: { upheld } }: { readonly evidence: Evidence }) => {
  const { company } = useWorkspace();
  if (!upheld) return null;
  return <p class="meta">{t('drift.upheld', { name: company.nameOf(upheld.reviewer), time: moment(upheld.at) })}</p>;
};

/** Pins the words that stand in the passage's place in the copy of what is there now; nothing where they cannot be found in it. */
const pinning = async (article: string, { evidence, capture, sha256, after }: Finding) => {
  const text = await loadText(article, capture);
  const place = text === undefined ? undefined : placeOfPlain(text, after);
  if (text === undefined || !place) return undefined;
  const quote = quoteIn(text, place.start, place.end);
  return reviseEvidence(evidence, {
    passage: quote.exact,
    manner: 'quotation',
    pin: { capture, sha256, quote, start: place.start },
  });
};
