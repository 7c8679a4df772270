import type { Passkey } from '../../../shared/api/records/accounts.ts';
import { addPasskey, hasPasskeys, loadPasskeys, removePasskey } from '../../passkeys.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { toast } from '../../toasts.ts';
import { Line } from './entrance.tsx';
import { Failure } from './failure.tsx';
import { SureButton } from './sure-button.tsx';
import { useForm } from './use-form.ts';
import { useLoaded } from './use-loaded.ts';

/** One's passkeys: listed, added on this device, removed. */
export const PasskeyPart = () => {
  const { value, problem, load } = useLoaded(loadPasskeys);
  const passkeys = value?.passkeys;
  const remove = async (id: string): Promise<void> => {
    const answer = await removePasskey(id);
    if ('problem' in answer) toast(answer.problem.words, { tone: 'error' });
    else toast(t('passkeys.removed'));
    await load();
  };
  return (
    <section class="webhooks" aria-labelledby="passkeys">
      <h2 id="passkeys">{t('passkeys.title')}</h2>
      <p class="hint">{t('passkeys.words')}</p>
      {problem && <Failure problem={problem} onRetry={load} />}
      {!passkeys && !problem && <p class="hint">{t('app.loading')}</p>}
      {passkeys?.length === 0 && <p>{t('passkeys.none')}</p>}
      {passkeys && passkeys.length > 0 && (
        <ul class="webhook-list">
          {passkeys.map((each) => (
            <Row key={each.id} passkey={each} onRemove={() => remove(each.id)} />
          ))}
        </ul>
      )}
      {passkeys && (hasPasskeys() ? <Adding onDone={load} /> : <p class="hint">{t('passkeys.lacking')}</p>)}
    </section>
  );
};

const Row = ({ passkey, onRemove }: { readonly passkey: Passkey; readonly onRemove: () => Promise<void> }) => {
  const { name, createdAt, usedAt } = passkey;
  const used = usedAt === null ? t('passkeys.unused') : t('passkeys.used', { time: moment(usedAt) });
  return (
    <li class="webhook">
      <p class="row">
        <strong dir="auto">{name}</strong>
        <span class="meta">{[used, t('passkeys.since', { time: moment(createdAt) })].join(' · ')}</span>
        <span class="spacer" />
        <SureButton
          words={t('passkeys.remove')}
          sure={t('passkeys.removeSure')}
          keep={t('passkeys.keep')}
          onDo={onRemove}
        />
      </p>
    </li>
  );
};

const Adding = ({ onDone }: { readonly onDone: () => Promise<void> }) => {
  const form = useForm(
    ['name'],
    ({ name }): Readonly<Record<string, string>> => (name ? {} : { name: t('passkeys.missing') }),
    async ({ name = '' }) => {
      const problem = await addPasskey(name, t('passkeys.refused'));
      if (problem) return problem;
      toast(t('passkeys.added'));
      await onDone();
      return undefined;
    },
  );
  return (
    <form class="make-token" onSubmit={form.onSubmit} noValidate>
      <Line
        label={t('passkeys.name')}
        name="name"
        hint={t('passkeys.hint')}
        error={form.errorOf('name') ?? form.errorOf()}
      />
      <p class="row">
        <button type="submit" class="button" aria-disabled={form.busy}>
          {t('passkeys.add')}
        </button>
      </p>
    </form>
  );
};
