import type { Claim } from '../../../shared/claim.ts';
import { type Evidence, STANCES } from '../../../shared/evidence.ts';
import { evidenceOf } from '../../../shared/outcome.ts';
import { SOURCE_FIELDS, type Source, sourceName } from '../../../shared/source.ts';
import { addSource, withdrawEvidence } from '../../commands.ts';
import { t } from '../../strings/index.ts';
import { dateInWords } from '../../times.ts';
import { useWorkspace } from './here.ts';
import { SourceForm } from './source-form.tsx';

/** What is known of a source besides its title, in a line. */
export const SourceLine = ({ source, by }: { readonly source: Source; readonly by?: string }) => {
  const host = URL.canParse(source.url) ? new URL(source.url).hostname.replace(/^www\./, '') : source.url;
  const known = [
    source.primary === 'primary' && SOURCE_FIELDS.primary.show(source.primary),
    source.publisher,
    dateInWords(source.date),
    !source.publisher && SOURCE_FIELDS.kind.show(source.kind),
  ].filter(Boolean);
  return (
    <p class="meta">
      <span dir="auto">{known.join(' · ')}</span>
      {source.url && (
        <>
          {known.length > 0 && ' · '}
          <a href={source.url} target="_blank" rel="noopener noreferrer">
            {host}
          </a>
        </>
      )}
      {by && ` · ${by}`}
    </p>
  );
};

/** The evidence of a claim, and the form for more. */
export const EvidenceList = ({ claim }: { readonly claim: Claim }) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  if (!article) return null;
  const evidence = evidenceOf(article, claim.id);
  const isAdding = workspace.form.value === 'source' && workspace.claim.value === claim.id;
  if (evidence.length === 0 && !isAdding && !workspace.can(addSource)) return null;
  return (
    <section class="evidence" aria-label={t('evidence.title')}>
      <h3 class="heading-small">{t('evidence.title')}</h3>
      {evidence.map((each) => (
        <Piece key={each.id} evidence={each} source={article.sources.get(each.source)} />
      ))}
      {evidence.length === 0 && !isAdding && <p class="hint">{t('evidence.none')}</p>}
      {isAdding && <SourceForm claim={claim} />}
    </section>
  );
};

const Piece = ({ evidence, source }: { readonly evidence: Evidence; readonly source: Source | undefined }) => {
  const workspace = useWorkspace();
  const { stance, passage, note } = evidence;
  const withdraw = withdrawEvidence(evidence.id);
  return (
    <div class="piece">
      <p class="piece-head">
        {stance && <span class={`stance ${stance}`}>{STANCES[stance]}</span>}
        <strong dir="auto">{source ? sourceName(source) : t('evidence.unknownSource')}</strong>
        {workspace.can(withdraw) && (
          <button
            type="button"
            class="button quiet icon reveal"
            aria-label={t('evidence.withdraw')}
            title={t('evidence.withdraw')}
            onClick={() => workspace.run(withdraw, 'card')}
          >
            ×
          </button>
        )}
      </p>
      {source && <SourceLine source={source} by={t('evidence.by', { name: workspace.nameOf(evidence.reviewer) })} />}
      {passage && <blockquote dir="auto">{/^["“«„]/.test(passage) ? passage : `“${passage}”`}</blockquote>}
      {note && (
        <p class="note" dir="auto">
          {note}
        </p>
      )}
    </div>
  );
};
