import { useEffect, useState } from 'preact/hooks';
import type { AccountEvent } from '../../../shared/api/records/accounts.ts';
import type { Problem } from '../../api.ts';
import { inOrder } from '../../in-order.ts';
import { loadEvents, type Person } from '../../people.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { DeedButton } from './deed-button.tsx';
import { Failure } from './failure.tsx';

/** What happened to who may come in, the newest first. */
export const AccountEvents = ({ people }: { readonly people: readonly Person[] }) => {
  const [events, setEvents] = useState<readonly AccountEvent[]>([]);
  const [next, setNext] = useState<string | null>();
  const [problem, setProblem] = useState<Problem>();
  const [answers] = useState(inOrder);
  const load = (before?: string): Promise<void> =>
    answers.take(loadEvents(before), (answer) => {
      setProblem('problem' in answer ? answer.problem : undefined);
      if ('problem' in answer) return;
      setEvents((were) => [...(before === undefined ? [] : were), ...answer.value.events]);
      setNext(answer.value.next);
    });
  useEffect(() => void load(), [people]);
  const nameOf = (id: string | undefined): string =>
    people.find((each) => each.id === id)?.name ?? t('people.somebody');
  const said = ({ what, by }: AccountEvent): string =>
    by === undefined ? t(`event.${what}`) : t('people.eventBy', { what: t(`event.${what}`), name: nameOf(by) });
  return (
    <section class="webhooks" aria-labelledby="events">
      <h2 id="events">{t('people.events')}</h2>
      <p class="hint">{t('people.eventsWords')}</p>
      {problem && <Failure problem={problem} onRetry={load} />}
      {next === null && events.length === 0 && <p class="hint">{t('people.none')}</p>}
      <ul class="webhook-log">
        {events.map((event) => (
          <li key={event.id}>
            <strong dir="auto">{nameOf(event.reviewer)}</strong> {said(event)}{' '}
            {event.article !== undefined && (
              <a href={`/articles/${encodeURIComponent(event.article)}`}>{event.format}</a>
            )}{' '}
            <span class="meta">{[moment(event.at), event.device, event.address].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      {next && (
        <p>
          <DeedButton class="button small" onDo={() => load(next)}>
            {t('people.older')}
          </DeedButton>
        </p>
      )}
    </section>
  );
};
