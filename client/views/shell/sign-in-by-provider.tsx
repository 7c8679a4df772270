import { useState } from 'preact/hooks';
import { stillSignedInAt } from '../../account.ts';
import { invitationTakenAlong, refusedIn, signInByProvider, type TakenAlong } from '../../provider.ts';
import { t } from '../../strings/index.ts';
import { Wrong } from './wrong.tsx';

interface Parts {
  /** What people call it; nothing where there is none. */
  readonly provider: string | null | undefined;
  /** Where to go on when one is in. */
  readonly next: string;
  /** The invitation that is taken by it. */
  readonly taken?: () => TakenAlong;
  /** What stands on the button. */
  readonly words?: (provider: string) => string;
}

/** Why whoever comes back from the provider is not in, with the invitation that they set out with, which still waits. */
export const RefusedByProvider = () => {
  const fault = refusedIn(location.search);
  if (!fault) return null;
  const invitation = invitationTakenAlong();
  return (
    <p class="notice error" role="alert">
      {t(`provider.${fault}`)}{' '}
      {invitation !== undefined && <a href={`/join/${encodeURIComponent(invitation)}`}>{t('join.back')}</a>}
    </p>
  );
};

/** That who has just signed out here still is signed in at the provider, and where to end that. */
export const StillSignedIn = ({ provider }: { readonly provider: string | null | undefined }) => {
  const address = stillSignedInAt.value;
  if (!provider || address === undefined) return null;
  return (
    <p class="notice" role="status">
      {t('provider.stillIn', { name: provider })} <a href={address}>{t('provider.signOut', { name: provider })}</a>
    </p>
  );
};

const signInWords = (name: string): string => t('provider.signIn', { name });

/** The way in by the provider, where there is one. */
export const SignInByProvider = ({ provider, next, taken, words = signInWords }: Parts) => {
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  if (!provider) return null;
  const leave = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const problem = await signInByProvider(next, taken?.());
    setWrong(problem?.words);
    // Who leaves sees that it goes on until the other page is there.
    setBusy(problem === undefined);
  };
  return (
    <div class="entrance-form">
      <Wrong words={wrong} />
      <button type="button" class="button" aria-disabled={isBusy} onClick={() => void leave()}>
        {isBusy ? t('provider.leaving', { name: provider }) : words(provider)}
      </button>
    </div>
  );
};
