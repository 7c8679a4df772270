import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Claim } from '../../../shared/claim.ts';
import { occurrencesOf } from '../../../shared/relations.ts';
import { collapsed, tokens } from '../../../shared/text.ts';
import { blockAt } from '../../blocks.ts';
import { type Elsewhere, elsewhere } from '../../occurrences.ts';
import { markOccurrences } from '../../splitting.ts';
import { t } from '../../strings/index.ts';
import { ClaimLine } from './claim-line.tsx';
import { focusCard } from './focusing.ts';
import { useWorkspace } from './here.ts';

/** The other places that say what a claim says, and those with the same words that could be marked so. */
export const ClaimOccurrences = ({ claim }: { readonly claim: Claim }) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  if (!article) return null;
  const occurrences = occurrencesOf(article.claims, claim.id);
  const isFinding = workspace.form.value === 'elsewhere';
  if (occurrences.length === 0 && !isFinding) return null;
  return (
    <section class="claim-occurrences" aria-label={t('occurrences.title')}>
      <h3 class="heading-small">{t('occurrences.title')}</h3>
      {occurrences.map((each) => (
        <ClaimLine key={each.id} claim={each} says={collapsed(each.quote.exact)} />
      ))}
      {isFinding && <Found claim={claim} places={elsewhere(article, claim.id)} />}
    </section>
  );
};

const AROUND = 34;

const Found = ({ claim, places }: { readonly claim: Claim; readonly places: readonly Elsewhere[] }) => {
  const workspace = useWorkspace();
  const list = useRef<HTMLDivElement>(null);
  const article = workspace.article.value;
  useLayoutEffect(
    () => list.current?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true }),
    [places.length],
  );
  if (!article) return null;
  const close = (): void => {
    workspace.form.value = undefined;
    focusCard(claim.id);
  };
  const mark = (some: readonly Elsewhere[]): void => {
    if (workspace.run(markOccurrences(claim.id, some), 'card') && some.length === places.length) close();
  };
  const near = (from: number, to: number): string =>
    tokens(article.doc, Math.max(0, from), Math.min(article.doc.content.size, to)).replaceAll(/[\u2028\s]+/g, ' ');
  return (
    <div class="found" ref={list}>
      {places.map((place) => (
        <p key={place.from}>
          <span dir="auto">
            …{near(place.from - AROUND, place.from).replace(/^\S*\s/, '')}
            <mark>{near(place.from, place.to)}</mark>
            {near(place.to, place.to + AROUND).replace(/\s\S*$/, '')}…
          </span>
          <span class="meta">¶{blockAt(workspace.blocks.value, place.from)?.number ?? ''}</span>
          <button type="button" class="button small" onClick={() => mark([place])}>
            {t('occurrences.same')}
          </button>
        </p>
      ))}
      {places.length === 0 && <p class="hint">{t('occurrences.none')}</p>}
      <p class="row">
        {places.length > 1 && (
          <button type="button" class="button small primary" onClick={() => mark(places)}>
            {t('occurrences.all', { count: places.length })}
          </button>
        )}
        <button type="button" class="button small quiet" onClick={close}>
          {t('parts.done')}
        </button>
      </p>
    </div>
  );
};
