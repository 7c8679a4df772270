import '../../styles/independence.css';
import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Article } from '../../../shared/article.ts';
import { type Circular, circularFor, circularityOf, firstHandFor } from '../../../shared/circularity.ts';
import type { Claim } from '../../../shared/claim.ts';
import type { Evidence } from '../../../shared/evidence.ts';
import {
  independenceOf,
  joiningFields,
  partingFields,
  proposedRoots,
  type SameText,
} from '../../../shared/independence.ts';
import { evidenceOf } from '../../../shared/outcome.ts';
import { type Source, sourceName } from '../../../shared/source.ts';
import { capturesOf } from '../../captures.ts';
import { sameTextsIn } from '../../library.ts';
import { reviseSources } from '../../source-commands.ts';
import { t } from '../../strings/index.ts';
import { KeyHint } from '../shell/key-hint.tsx';
import { focusCard } from './focusing.ts';
import { useWorkspace } from './here.ts';

type Pairs = readonly (readonly [string, string])[];

const alike = signal<{ readonly article: string; readonly pairs: Pairs }>({ article: '', pairs: [] });

const nameIn = (article: Article, id: string): string => {
  const source = article.sources.get(id);
  return source ? sourceName(source) : t('evidence.unknownSource');
};

const whyCircular = (article: Article, why: Circular): string => {
  if (why.why === 'derives') return t('circular.derives', { name: nameIn(article, why.from) });
  if (why.why === 'article') return t('circular.article');
  if (why.why === 'outlet') return t('circular.outlet', { site: why.by });
  const { by, claimant } = why;
  return by === claimant ? t('circular.says', { name: by }) : t('circular.claimant', { name: by, claimant });
};

/** What a source's part in a claim makes of it: one that says the claim itself, or one that the claim is about. */
export const SourceStanding = ({ evidence }: { readonly evidence: Evidence }) => {
  const article = useWorkspace().article.value;
  if (!article || evidence.stance !== 'supports') return null;
  const circular = circularFor(article, evidence.claim, evidence.source);
  if (circular) return <p class="standing is-circular">{whyCircular(article, circular)}</p>;
  const name = firstHandFor(article, evidence.claim, evidence.source);
  return name === undefined ? null : <p class="standing">{t('circular.firstHand', { name })}</p>;
};

/** Where a source comes from, a line for each other source. */
export const ComesFrom = ({ source }: { readonly source: Source }) => {
  const article = useWorkspace().article.value;
  if (!article) return null;
  return (
    <>
      {source.derivesFrom.map(({ source: other, manner }) => (
        <p key={other} class="meta comes-from" dir="auto">
          {t(`source.manner.${manner}`)}: {nameIn(article, other)}
        </p>
      ))}
    </>
  );
};

/** How far the evidence of a claim rests on different roots, and whether it rests on more than who says it. */
export const Independence = ({ claim }: { readonly claim: Claim }) => {
  const article = useWorkspace().article.value;
  if (!article) return null;
  const { isAll } = circularityOf(article, claim.id);
  const counts = (['supports', 'refutes'] as const)
    .map((stance) => ({ stance, ...independenceOf(article, claim.id, stance) }))
    .filter(({ sources }) => sources > 1);
  return (
    <>
      {isAll && (
        <p class="alert circular" role="note">
          {t('circular.all')}
        </p>
      )}
      {counts.map(({ stance, sources, independent }) => (
        <p key={stance} class={`meta roots ${independent < sources ? 'is-fewer' : ''}`}>
          {t(`field.evidence.stance.${stance}`)}: {t('roots.sources', { count: sources })},{' '}
          {t('roots.roots', { count: independent })}
        </p>
      ))}
    </>
  );
};

/** Proposes one root for sources of a claim that are one text. */
export const SameTexts = ({ claim }: { readonly claim: Claim }) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  const copies = [...(article?.sources.keys() ?? [])]
    .flatMap((source) => capturesOf(workspace.id, source).flatMap(({ kept }) => kept?.text ?? []))
    .join(' ');
  useEffect(() => {
    if (copies === '') return;
    void sameTextsIn(workspace.id).then((pairs) => {
      alike.value = { article: workspace.id, pairs };
    });
  }, [workspace, copies]);
  if (!article || alike.value.article !== workspace.id) return null;
  const cited = new Set(evidenceOf(article, claim.id).map(({ source }) => source));
  const proposed = proposedRoots(article.sources, alike.value.pairs);
  return (
    <>
      {proposed
        .filter(({ sources }) => sources.some((source) => cited.has(source)))
        .map((each) => (
          <SameTextProposal key={each.sources.join(' ')} article={article} proposal={each} />
        ))}
    </>
  );
};

interface Proposal {
  readonly article: Article;
  readonly proposal: SameText;
}

const SameTextProposal = ({ article, proposal }: Proposal) => {
  const workspace = useWorkspace();
  const [root, setRoot] = useState(proposal.root);
  const join = reviseSources(joiningFields(article.sources, { ...proposal, root }));
  const part = reviseSources(partingFields(article.sources, proposal));
  if (!workspace.can(join) && !workspace.can(part)) return null;
  const run = (command: typeof join): void => void (workspace.run(command, 'card') && focusCard(workspace.claim.value));
  return (
    <div class="proposal">
      <p>{t('sameText.found', { count: proposal.sources.length })}</p>
      <fieldset>
        <legend class="meta">{t('sameText.root')}</legend>
        {proposal.sources.map((source) => (
          <label key={source}>
            <input type="radio" checked={source === root} onChange={() => setRoot(source)} />
            <span dir="auto">{nameIn(article, source)}</span>
          </label>
        ))}
      </fieldset>
      <p class="row">
        <button
          type="button"
          class="button small"
          data-begins="proposal"
          aria-keyshortcuts="y"
          disabled={!workspace.can(join)}
          onClick={() => run(join)}
        >
          {t('sameText.join')}
          <KeyHint keys="Y" />
        </button>
        <button type="button" class="button small quiet" onClick={() => run(part)}>
          {t('sameText.part')}
        </button>
      </p>
    </div>
  );
};
