import { useEffect, useRef, useState } from 'preact/hooks';
import type { Delivery } from '../../../shared/api/records/desk.ts';
import { NOTICES, type NoticeKind } from '../../../shared/notice.ts';
import { inOrder } from '../../in-order.ts';
import { known, t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { toast } from '../../toasts.ts';
import { loadDeliveries, sendAgain, testWebhook } from '../../webhooks.ts';
import { DeedButton } from './deed-button.tsx';

/** Looked at again after so many milliseconds while something has yet to be tried. */
const AGAIN = 1_500;

/** What was sent to an address, and a message that tries it out. */
export const WebhookLog = ({ webhook }: { readonly webhook: string }) => {
  const [isOpen, setOpen] = useState(false);
  const [deliveries, setDeliveries] = useState<readonly Delivery[]>();
  const [next, setNext] = useState<string>();
  const list = useRef<HTMLUListElement>(null);
  const [newest] = useState(inOrder);
  // What is shown when an answer comes, which may be more than when it was asked for.
  const shown = useRef<readonly Delivery[]>([]);
  const show = (all: readonly Delivery[]): void => {
    shown.current = all;
    setDeliveries(all);
  };
  /** The newest, over those that are shown already. */
  const load = async (): Promise<void> => {
    await newest.take(loadDeliveries(webhook), (answer) => {
      if (!('value' in answer)) {
        toast(answer.problem.words, { tone: 'error' });
        return;
      }
      const { page } = answer.value;
      const oldest = page.deliveries.at(-1)?.id;
      const at = shown.current.findIndex(({ id }) => id === oldest);
      show([...page.deliveries, ...(at < 0 ? [] : shown.current.slice(at + 1))]);
      if (at < 0) setNext(answer.value.next);
    });
  };
  const loadOlder = async (): Promise<void> => {
    const answer = await loadDeliveries(webhook, next);
    if (!('value' in answer)) {
      toast(answer.problem.words, { tone: 'error' });
      return;
    }
    const count = shown.current.length;
    show([...shown.current, ...answer.value.page.deliveries]);
    setNext(answer.value.next);
    // Who goes on by keyboard goes on at the first of those that came: the button may be gone.
    requestAnimationFrame(() => (list.current?.children[count] as HTMLElement | undefined)?.focus());
  };
  useEffect(() => {
    if (isOpen) void load();
  }, [isOpen]);
  useEffect(() => {
    const isTried = deliveries?.every(({ attempts }) => attempts > 0) ?? true;
    if (!isOpen || isTried) return;
    const timer = setTimeout(() => void load(), AGAIN);
    return () => clearTimeout(timer);
  }, [isOpen, deliveries]);
  const test = async (): Promise<void> => {
    const answer = await testWebhook(webhook);
    if ('problem' in answer) toast(answer.problem.words, { tone: 'error' });
    else if (isOpen) await load();
    else setOpen(true);
  };
  const again = async (delivery: string): Promise<void> => {
    const answer = await sendAgain(webhook, delivery);
    if ('problem' in answer) toast(answer.problem.words, { tone: 'error' });
    await load();
  };
  return (
    <>
      <DeedButton class="button small" onDo={test}>
        {t('webhooks.test')}
      </DeedButton>
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t('webhooks.log')}</summary>
        {deliveries?.length === 0 && <p class="hint">{t('webhooks.none')}</p>}
        <ul class="webhook-log" ref={list}>
          {deliveries?.map((each) => (
            <li key={each.id} tabIndex={-1}>
              {nameOf(each.type)} <span class="meta">{moment(each.createdAt)}</span>: {outcomeOf(each)}{' '}
              {each.nextAt === null && (
                <DeedButton class="button small quiet" onDo={() => again(each.id)}>
                  {t('webhooks.sendAgain')}
                </DeedButton>
              )}
            </li>
          ))}
        </ul>
        {next !== undefined && (
          <DeedButton class="button small quiet" onDo={loadOlder}>
            {t('webhooks.older')}
          </DeedButton>
        )}
      </details>
    </>
  );
};

const isNotice = (kind: string): kind is NoticeKind => Object.hasOwn(NOTICES, kind);

const nameOf = (type: string): string => {
  const kind = type.replace(/^notice\./, '');
  if (kind === 'checked') return t('notices.checkedOrSigned'); // a delivery says no more than its type
  return isNotice(kind) ? t(`notices.${kind}`) : t('webhooks.aTest');
};

const outcomeOf = ({ attempts, nextAt, takenAt, ...delivery }: Delivery): string => {
  const outcome = known('delivery', delivery.outcome) ?? delivery.outcome;
  if (attempts === 0) return t('webhooks.waits');
  if (takenAt !== null) return t('webhooks.taken', { outcome });
  return nextAt === null
    ? t('webhooks.givenUp', { outcome })
    : t('webhooks.again', { count: attempts, outcome, time: moment(nextAt) });
};
