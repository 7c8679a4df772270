import { useState } from 'preact/hooks';
import { hasPasskeys, signInByPasskey } from '../../passkeys.ts';
import { t } from '../../strings/index.ts';
import { Wrong } from './wrong.tsx';

/** The way in with a passkey, where the browser has them. */
export const SignInByPasskey = () => {
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  if (!hasPasskeys()) return null;
  const signIn = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setWrong(undefined);
    const problem = await signInByPasskey(t('signIn.noPasskey'));
    setBusy(false);
    setWrong(problem?.words);
  };
  return (
    <div class="entrance-form">
      <Wrong words={wrong} />
      <button type="button" class="button" aria-disabled={isBusy} onClick={() => void signIn()}>
        {t('signIn.passkey')}
      </button>
    </div>
  );
};
