import '../../styles/evidence.css';
import type { Claim } from '../../../shared/claim.ts';
import { EVIDENCE_FIELDS, type Evidence, type EvidenceFields } from '../../../shared/evidence.ts';
import { evidenceOf } from '../../../shared/outcome.ts';
import { isWebAddress, type Source, sourceName } from '../../../shared/source.ts';
import { addressAtPlace } from '../../../shared/text-fragment.ts';
import { addSource, reviseEvidence, withdrawEvidence } from '../../commands.ts';
import { placeWords } from '../../place-words.ts';
import { picked } from '../../revising.ts';
import { t } from '../../strings/index.ts';
import { dateInWords } from '../../times.ts';
import { CalculationView, NewCalculation } from './calculation-later.ts';
import { CaptureLine } from './capture-line.tsx';
import { EvidenceForm } from './evidence-form.tsx';
import { focusCard } from './focusing.ts';
import { useWorkspace } from './here.ts';
import { ComesFrom, Independence, SameTexts, SourceStanding } from './independence.tsx';
import { PageProposal } from './page-proposal.tsx';
import { ShownTo } from './shown-to.tsx';
import { SourceChanged } from './source-changed.tsx';
import { SourceEdit } from './source-edit.tsx';
import { SourceForm } from './source-form.tsx';
import { useRevision } from './use-revision.ts';

const FIELDS = Object.keys(EVIDENCE_FIELDS) as readonly (keyof EvidenceFields)[];

/** What is known of a source besides its title, in a line. */
export const SourceLine = ({ source, by }: { readonly source: Source; readonly by?: string }) => {
  const host = URL.canParse(source.url) ? new URL(source.url).hostname.replace(/^www\./, '') : source.url;
  const known = [
    source.primary === 'primary' && t('field.source.primary.primary'),
    source.people.join(', '),
    source.publisher,
    dateInWords(source.date),
    !source.publisher && source.kind !== '' && t(`field.source.kind.${source.kind}`),
  ].filter(Boolean);
  const isKnown = known.length > 0 || source.url !== '';
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
      {by && (isKnown ? ` · ${by}` : by)}
    </p>
  );
};

/** The evidence of a claim, and the form for more. */
export const EvidenceList = ({ claim }: { readonly claim: Claim }) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  const evidence = article ? evidenceOf(article, claim.id) : [];
  if (!article) return null;
  const isOpen = workspace.claim.value === claim.id;
  const isAdding = workspace.form.value === 'source' && isOpen;
  const isCalculating = workspace.form.value === 'calculation' && isOpen;
  if (evidence.length === 0 && !isAdding && !isCalculating && !workspace.can(addSource)) return null;
  return (
    <section class="evidence" aria-label={t('evidence.title')}>
      <h3 class="heading-small">{t('evidence.title')}</h3>
      <Independence claim={claim} />
      {evidence.map((each) => (
        <Piece key={each.id} evidence={each} source={article.sources.get(each.source)} claim={claim} />
      ))}
      <SameTexts claim={claim} />
      {evidence.length === 0 && !isAdding && !isCalculating && <p class="hint">{t('evidence.none')}</p>}
      {isAdding && <SourceForm claim={claim} />}
      {isCalculating && <NewCalculation claim={claim} />}
    </section>
  );
};

interface PlaceParts {
  readonly evidence: Evidence;
  readonly source: Source | undefined;
}

/** Where in its source a passage is: the page, the cell, or the time, which leads there. */
const PlaceLine = ({ evidence: { pin, time }, source }: PlaceParts) => {
  const place = placeWords(pin);
  if (place === '' && time === '') return null;
  return (
    <p class="meta place">
      {place}
      {time && place && ' · '}
      {time &&
        (source && isWebAddress(source.url) ? (
          <a href={addressAtPlace(source.url, '', time)} target="_blank" rel="noopener noreferrer">
            {time}
          </a>
        ) : (
          time
        ))}
    </p>
  );
};

interface PieceParts {
  readonly evidence: Evidence;
  readonly source: Source | undefined;
  readonly claim: Claim;
}

const Piece = ({ evidence, source, claim }: PieceParts) => {
  const workspace = useWorkspace();
  const isGone = claim.withdrawn !== undefined;
  const { stance, passage, note } = evidence;
  const form = useRevision<EvidenceFields>(`${evidence.id} evidence`, evidence);
  const withdraw = withdrawEvidence(evidence.id);
  if (form.isOpen) return <EvidenceForm evidence={evidence} form={form} />;
  return (
    <div class="piece">
      <p class="piece-head">
        {stance && <span class={`stance ${stance}`}>{t(`field.evidence.stance.${stance}`)}</span>}
        <strong dir="auto">{source ? sourceName(source) : t('evidence.unknownSource')}</strong>
        {!isGone && workspace.can(reviseEvidence(evidence.id, {})) && (
          <button type="button" class="button quiet small reveal" onClick={() => form.begin(picked(evidence, FIELDS))}>
            {t('form.edit')}
          </button>
        )}
        {workspace.can(withdraw) && (
          <button
            type="button"
            class="button quiet icon reveal"
            aria-label={t('evidence.withdraw')}
            title={t('evidence.withdraw')}
            onClick={() => workspace.run(withdraw, 'card') && focusCard(evidence.claim)}
          >
            ×
          </button>
        )}
      </p>
      <ShownTo record={source && source.visibility !== 'public' ? source : evidence} usual="public" />
      {source && <SourceLine source={source} by={t('evidence.by', { name: workspace.nameOf(evidence.reviewer) })} />}
      {source && <ComesFrom source={source} />}
      <SourceStanding evidence={evidence} />
      {source?.calculation && (
        <CalculationView claim={claim} source={source} calculation={source.calculation} isGone={isGone} />
      )}
      {passage && (
        <blockquote dir="auto">
          {/^["“«„]/.test(passage) ? passage : t('evidence.quoted', { words: passage })}
        </blockquote>
      )}
      <PlaceLine evidence={evidence} source={source} />
      {note && (
        <p class="note" dir="auto">
          {note}
        </p>
      )}
      {source && (
        <div class="source-row meta">
          {(!source.calculation || source.url) && <CaptureLine evidence={evidence} source={source} />}
          {!isGone && <SourceEdit source={source} />}
        </div>
      )}
      <SourceChanged evidence={evidence} />
      {source && !isGone && <PageProposal source={source} />}
    </div>
  );
};
