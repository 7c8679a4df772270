import { useEffect, useState } from 'preact/hooks';
import type { Identity } from '../../../shared/api/records/accounts.ts';
import type { Problem } from '../../api.ts';
import { loadEntrance } from '../../passwords.ts';
import { linkIdentity, loadIdentities, unlinkIdentity } from '../../provider.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { toast } from '../../toasts.ts';
import { DeedButton } from './deed-button.tsx';
import { Failure } from './failure.tsx';
import { RefusedByProvider } from './sign-in-by-provider.tsx';
import { SureButton } from './sure-button.tsx';

/** The provider that one's account is linked with: linked and unlinked here, where there is one. */
export const IdentityPart = () => {
  const [provider, setProvider] = useState<string | null>();
  const [identities, setIdentities] = useState<readonly Identity[]>();
  const [problem, setProblem] = useState<Problem>();
  const load = async (): Promise<void> => {
    const [entrance, answer] = await Promise.all([loadEntrance(), loadIdentities()]);
    if ('value' in entrance) setProvider(entrance.value.provider);
    if ('value' in answer) setIdentities(answer.value.identities);
    setProblem('problem' in answer ? answer.problem : 'problem' in entrance ? entrance.problem : undefined);
  };
  useEffect(() => void load(), []);
  // Nothing is said of it where nobody could link anything, and nothing is linked.
  if (!problem && !provider && !identities?.length) return null;
  const unlink = async (id: string): Promise<void> => {
    const answer = await unlinkIdentity(id);
    if ('problem' in answer) toast(answer.problem.words, { tone: 'error' });
    else toast(t('identities.unlinked'));
    await load();
  };
  const link = async (): Promise<void> => {
    const refused = await linkIdentity();
    if (refused) toast(refused.words, { tone: 'error' });
  };
  return (
    <section class="webhooks" aria-labelledby="identities">
      <h2 id="identities">{provider || t('identities.title')}</h2>
      <RefusedByProvider />
      {problem && <Failure problem={problem} onRetry={load} />}
      {provider && <p class="hint">{t('identities.words', { name: provider })}</p>}
      <ul class="webhook-list">
        {identities?.map((each) => (
          <Row key={each.id} identity={each} onUnlink={() => unlink(each.id)} />
        ))}
      </ul>
      {provider && identities?.length === 0 && (
        <p>
          <DeedButton class="button" onDo={link}>
            {t('identities.link', { name: provider })}
          </DeedButton>
        </p>
      )}
    </section>
  );
};

const Row = ({ identity, onUnlink }: { readonly identity: Identity; readonly onUnlink: () => Promise<void> }) => {
  const { name, issuer, createdAt, usedAt } = identity;
  const used = usedAt === null ? t('passkeys.unused') : t('passkeys.used', { time: moment(usedAt) });
  return (
    <li class="webhook">
      <p class="row">
        <strong dir="auto">{name}</strong>
        <span class="meta">
          {[new URL(issuer).host, used, t('passkeys.since', { time: moment(createdAt) })].join(' · ')}
        </span>
        <span class="spacer" />
        <SureButton
          words={t('identities.unlink')}
          sure={t('identities.unlinkSure')}
          keep={t('passkeys.keep')}
          onDo={onUnlink}
        />
      </p>
    </li>
  );
};
