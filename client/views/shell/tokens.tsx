import '../../styles/desk.css';
import { useState } from 'preact/hooks';
import type { MadeToken as Made, Token } from '../../../shared/api/records/people.ts';
import { t } from '../../strings/index.ts';
import { moment } from '../../times.ts';
import { toast } from '../../toasts.ts';
import { loadTokens, revokeToken } from '../../tokens.ts';
import { Failure } from './failure.tsx';
import { MadeToken } from './made-token.tsx';
import { MakeToken } from './make-token.tsx';
import { usePageTitle } from './page-title.ts';
import { SureButton } from './sure-button.tsx';
import { TopBar } from './top-bar.tsx';
import { useLoaded } from './use-loaded.ts';

/** The access tokens of who is signed in: what each opens, when it was last used; made and revoked here. */
export const Tokens = () => {
  usePageTitle(t('tokens.title'));
  const { value, problem, load } = useLoaded(loadTokens);
  const tokens = value?.tokens;
  const [made, setMade] = useState<Made>();
  return (
    <>
      <TopBar
        crumb={
          <>
            <a href="/">{t('articles.title')}</a> /
          </>
        }
        title={t('tokens.title')}
      />
      <main class="desk" id="content" tabIndex={-1}>
        <h1>{t('tokens.title')}</h1>
        <p class="lead">{t('tokens.words')}</p>
        {problem && <Failure problem={problem} onRetry={load} />}
        {!tokens && !problem && <p class="hint">{t('app.loading')}</p>}
        {tokens?.length === 0 && <p class="hint">{t('tokens.none')}</p>}
        {tokens && tokens.length > 0 && (
          <ul class="webhook-list">
            {tokens.toReversed().map((token) => (
              <Row key={token.id} token={token} onGone={load} />
            ))}
          </ul>
        )}
        {made && <MadeToken made={made} onDone={() => setMade(undefined)} />}
        {tokens && !made && (
          <MakeToken
            onMade={(token) => {
              setMade(token);
              void load();
            }}
          />
        )}
      </main>
    </>
  );
};

const useOf = ({ usedAt }: Token): string =>
  usedAt === null ? t('tokens.unused') : t('tokens.used', { time: moment(usedAt) });

const endOf = ({ expiresAt }: Token): string | undefined =>
  expiresAt === null
    ? undefined
    : t(Date.parse(expiresAt) > Date.now() ? 'tokens.expires' : 'tokens.expired', { time: moment(expiresAt) });

const Row = ({ token, onGone }: { readonly token: Token; readonly onGone: () => Promise<void> }) => {
  const revoke = async (): Promise<void> => {
    const answer = await revokeToken(token.id);
    if ('problem' in answer) toast(answer.problem.words, { tone: 'error' });
    else toast(t('tokens.revoked'));
    await onGone();
  };
  const { label, scopes, createdAt } = token;
  return (
    <li class="webhook">
      <p class="row">
        <strong dir="auto">{label}</strong>
        <span class="meta">
          {[t('tokens.since', { time: moment(createdAt) }), useOf(token), endOf(token)].filter(Boolean).join(' · ')}
        </span>
        <span class="spacer" />
        <SureButton words={t('tokens.revoke')} sure={t('tokens.revokeSure')} keep={t('tokens.keep')} onDo={revoke} />
      </p>
      <span class="hint">
        {scopes === null ? t('tokens.all') : scopes.map((scope) => t(`scope.${scope}`)).join(' · ')}
      </span>
    </li>
  );
};
