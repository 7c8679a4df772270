import '../../styles/invite.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MadeWebhook, Webhook } from '../../../shared/api/records/desk.ts';
import { addressTyped } from '../../address-typed.ts';
import { copyFrom } from '../../copy.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { toast } from '../../toasts.ts';
import { addWebhook, loadWebhooks, removeWebhook } from '../../webhooks.ts';
import { DeedButton } from './deed-button.tsx';
import { Failure } from './failure.tsx';
import { SureButton } from './sure-button.tsx';
import { useForm } from './use-form.ts';
import { useLoaded } from './use-loaded.ts';
import { WebhookLog } from './webhook-log.tsx';

/** The addresses outside that are told what people are told: added, tried out, looked after and removed. */
export const Webhooks = () => {
  const { value, problem, load } = useLoaded(loadWebhooks);
  const webhooks = value?.webhooks;
  const [added, setAdded] = useState<MadeWebhook>();
  return (
    <section class="webhooks" aria-labelledby="webhooks">
      <h2 id="webhooks">{t('webhooks.title')}</h2>
      <p class="hint">{t('webhooks.words')}</p>
      {problem && <Failure problem={problem} onRetry={load} />}
      {webhooks && webhooks.length > 0 && (
        <ul class="webhook-list">
          {webhooks.map((webhook) => (
            <Row key={webhook.id} webhook={webhook} onGone={load} />
          ))}
        </ul>
      )}
      {added ? (
        <Secret added={added} onDone={() => setAdded(undefined)} />
      ) : (
        <Adding
          onAdded={(webhook) => {
            setAdded(webhook);
            void load();
          }}
        />
      )}
    </section>
  );
};

const Row = ({ webhook, onGone }: { readonly webhook: Webhook; readonly onGone: () => Promise<void> }) => {
  const remove = async (): Promise<void> => {
    const answer = await removeWebhook(webhook.id);
    if ('problem' in answer) toast(answer.problem.words, { tone: 'error' });
    await onGone();
  };
  return (
    <li class="webhook">
      <p class="row">
        <strong dir="auto">{webhook.url}</strong>
        <span class="meta">{t('webhooks.since', { time: moment(webhook.createdAt) })}</span>
        <span class="spacer" />
        <SureButton
          words={t('webhooks.remove')}
          sure={t('webhooks.removeSure')}
          keep={t('webhooks.keep')}
          onDo={remove}
        />
      </p>
      <WebhookLog webhook={webhook.id} />
    </li>
  );
};

const Adding = ({ onAdded }: { readonly onAdded: (added: MadeWebhook) => void }) => {
  const form = useForm(
    ['url'],
    ({ url }): Readonly<Record<string, string>> => (url ? {} : { url: t('webhooks.missing') }),
    async ({ url = '' }) => {
      const answer = await addWebhook(addressTyped(url));
      if ('problem' in answer) return answer.problem;
      onAdded(answer.value);
      return undefined;
    },
  );
  const error = form.errorOf('url') ?? form.errorOf();
  return (
    <form class="field" onSubmit={form.onSubmit} noValidate>
      <label for="webhook-url">{t('webhooks.url')}</label>
      <span class="with-button">
        <input
          class="input"
          id="webhook-url"
          name="url"
          type="text"
          inputMode="url"
          placeholder="https://"
          autocomplete="off"
          aria-invalid={error !== undefined}
        />
        <button type="submit" class="button" aria-disabled={form.busy}>
          {t('webhooks.add')}
        </button>
      </span>
      {error !== undefined && (
        <p class="error" role="alert">
          {error}
        </p>
      )}
    </form>
  );
};

/** What the messages to a new address are signed with, to be copied now. */
const Secret = ({ added, onDone }: { readonly added: MadeWebhook; readonly onDone: () => void }) => {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const copy = async (): Promise<void> => {
    if (field.current) toast(t((await copyFrom(field.current)) ? 'webhooks.copied' : 'webhooks.copyByHand'));
  };
  return (
    <div class="field">
      <label for="webhook-secret">{t('webhooks.secret', { url: added.url })}</label>
      <span class="with-button">
        <input id="webhook-secret" class="input" readOnly value={added.secret} ref={field} />
        <button type="button" class="button primary" onClick={() => void copy()}>
          {t('invite.copy')}
        </button>
        <DeedButton class="button" onDo={onDone}>
          {t('webhooks.done')}
        </DeedButton>
      </span>
      <span class="hint">{t('webhooks.secretMeans')}</span>
    </div>
  );
};
