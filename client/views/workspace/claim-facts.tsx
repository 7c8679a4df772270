import { useComputed } from '@preact/signals';
import type { Claim } from '../../../shared/claim.ts';
import { parentOf } from '../../../shared/relations.ts';
import { claimName } from '../../claim-search.ts';
import { t } from '../../strings/index.ts';
import { dateInWords } from '../../times.ts';
import { useWorkspace } from './here.ts';

/** What a claim says of the work on it, in one line: priority, who has it, until when, tags, and what it is a part of. */
export const ClaimFacts = ({ claim, isOpen }: { readonly claim: Claim; readonly isOpen: boolean }) => {
  const workspace = useWorkspace();
  const { priority, priorityReason, assignee, due, tags } = claim;
  const parent = useComputed(() => {
    const article = workspace.article.value;
    return isOpen && article ? parentOf(article.claims, claim.id) : undefined;
  }).value;
  const name = useComputed(() => {
    const article = workspace.article.value;
    const whole = parent === undefined ? undefined : article?.claims.get(parent);
    return article && whole && claimName(article, whole);
  }).value;
  const facts = [
    priority !== '' && priority !== 'normal' && (
      <span key="priority" class={`fact is-${priority}`}>
        {t('facts.priority', { priority: t(`field.claim.priority.${priority}`) })}
        {isOpen && priorityReason !== '' && `: ${priorityReason}`}
      </span>
    ),
    assignee !== '' && (
      <span key="assignee" class="fact">
        {t('facts.assigned', { name: workspace.nameOf(assignee) })}
      </span>
    ),
    due !== '' && (
      <span key="due" class="fact">
        {t('facts.due', { day: dateInWords(due) })}
      </span>
    ),
    ...tags.map((tag) => (
      <span key={`tag ${tag}`} class="fact tag-text" dir="auto">
        {tag}
      </span>
    )),
  ].filter(Boolean);
  return (
    <>
      {facts.length > 0 && <p class="facts">{facts}</p>}
      {parent !== undefined && name !== undefined && (
        <p class="facts">
          {t('facts.partOf')}{' '}
          <button type="button" class="link-button" dir="auto" onClick={() => workspace.select(parent, 'key')}>
            {name}
          </button>
        </p>
      )}
    </>
  );
};
