import { useState } from 'preact/hooks';
import type { Claim } from '../../../shared/claim.ts';
import { isUndecided, outcomeOf } from '../../../shared/outcome.ts';
import { settingsOf } from '../../../shared/settings.ts';
import { isBlindTo } from '../../../shared/sight.ts';
import type { WorkStep } from '../../../shared/work.ts';
import { workOf } from '../../../shared/work-now.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { moveWork, nextMoveIn } from '../../work-commands.ts';
import { focusCard } from './focusing.ts';
import { useWorkspace } from './here.ts';
import { CommandKeys } from './key-caps.tsx';
import { ReopenForm } from './reopen-form.tsx';
import { Reopened } from './reopened.tsx';

/** How far the work on a claim has come, who checked it when, and the one next move; silent for who must not see it. */
export const WorkRow = ({ claim }: { readonly claim: Claim }) => {
  const workspace = useWorkspace();
  const [reopening, setReopening] = useState(false);
  const article = workspace.article.value;
  const sight = workspace.sight();
  if (!article || !sight || claim.withdrawn || isBlindTo(article)) return null;
  const work = workOf(article, claim.id);
  const next = nextMoveIn(sight, claim.id);
  const canReopen = workspace.can(moveWork(claim.id, 'reopen', t('work.do.reopen')));
  const canLeave = workspace.can(moveWork(claim.id, 'leave'));
  const { blind, checks } = settingsOf(article);
  const waits = work.state === 'ready' || work.state === 'first' || work.state === 'second';
  const outcome = outcomeOf(article, claim.id);
  const isOpen = outcome !== undefined && isUndecided(outcome);
  const move = (name: Parameters<typeof moveWork>[1]): void => {
    if (workspace.run(moveWork(claim.id, name), 'card')) focusCard(claim.id);
  };
  return (
    <section class="work" aria-label={t('work.title')}>
      <p class="work-line">
        <span class={`pill work-state is-${work.state}`}>{t(`work.state.${work.state}`)}</span>
        {work.state === 'working' && work.step && <Who step={work.step} />}
        {blind !== 'no' && <span class="meta">{t('blind.waits')}</span>}
        {blind === 'no' && waits && next === undefined && (
          <span class="meta">{t(isOpen ? 'work.waitsForDecision' : waitsFor(work.state, checks))}</span>
        )}
        <span class="spacer" />
        {canLeave && next !== 'ready' && (
          <button type="button" class="button small quiet" onClick={() => move('leave')}>
            {t('work.leave')}
          </button>
        )}
        {canReopen && !reopening && (
          <button type="button" data-begins="reopen" class="button small quiet" onClick={() => setReopening(true)}>
            {t('work.do.reopen')}
          </button>
        )}
        {next && (
          <button type="button" class="button small primary" aria-keyshortcuts="w" onClick={() => move(next)}>
            {t(next === 'start' && work.state === 'reopened' ? 'work.again' : `work.do.${next}`)}{' '}
            <CommandKeys of="work" />
          </button>
        )}
      </p>
      {work.cause && <Reopened claim={claim} work={work} />}
      {work.state !== 'reopened' && <Trail work={work} />}
      {reopening && <ReopenForm claim={claim} onClose={() => setReopening(false)} />}
    </section>
  );
};

const waitsFor = (state: 'ready' | 'first' | 'second', checks: number) =>
  ({ ready: 0, first: 1, second: 2 })[state] < checks ? 'work.waitsForCheck' : 'work.waitsForLead';

const Who = ({ step }: { readonly step: WorkStep }) => {
  const { company } = useWorkspace();
  return (
    <span class="meta">
      <span dir="auto">{company.nameOf(step.reviewer)}</span> · <time dateTime={step.at}>{moment(step.at)}</time>
    </span>
  );
};

const TRAIL = ['ready', 'first', 'second', 'signed'] as const;

/** Who called it ready, checked and signed it, each with when. */
const Trail = ({ work }: { readonly work: ReturnType<typeof workOf> }) => {
  const made = TRAIL.flatMap((name) => (work[name] ? [{ name, step: work[name] }] : []));
  if (made.length === 0) return null;
  return (
    <ul class="work-trail">
      {made.map(({ name, step }) => (
        <li key={name}>
          {t(`work.by.${name}`)} <Who step={step} />
        </li>
      ))}
    </ul>
  );
};
