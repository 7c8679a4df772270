import type { Passkey } from '../shared/api/records/accounts.ts';
import { type Account, presence } from './account.ts';
import { type Answer, ask, type Problem } from './api.ts';

/** What the browser did not do, in the words of the screen. */
const refusal = (words: string): Problem => ({ kind: 'refused', words });

/** Whether this browser has passkeys at this address (WebAuthn Level 3 §5.1). */
export const hasPasskeys = (): boolean =>
  'PublicKeyCredential' in globalThis && typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function';

export const loadPasskeys = (): Promise<Answer<{ readonly passkeys: readonly Passkey[] }>> =>
  ask('GET', '/api/passkeys');

export const removePasskey = (id: string): Promise<Answer<unknown>> =>
  ask('DELETE', `/api/passkeys/${encodeURIComponent(id)}`);

/** Has the browser do its part; nothing where it or its person did not. */
const shown = async (credential: Promise<Credential | null>): Promise<object | undefined> => {
  const given = await credential.catch(() => null);
  return given instanceof PublicKeyCredential ? given.toJSON() : undefined;
};

/** Makes a passkey on this device; what is answered is why not, `words` where the browser made none. */
export const addPasskey = async (name: string, words: string): Promise<Problem | undefined> => {
  const asked = await ask<{ readonly options: PublicKeyCredentialCreationOptionsJSON }>(
    'POST',
    '/api/passkeys/challenge',
  );
  if ('problem' in asked) return asked.problem;
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked.value.options);
  const response = await shown(navigator.credentials.create({ publicKey }));
  if (!response) return refusal(words);
  const answer = await ask('POST', '/api/passkeys', { name, response });
  return 'problem' in answer ? answer.problem : undefined;
};

/** Signs in with a passkey that the browser has for this site; what is answered is why not, `words` where none was good. */
export const signInByPasskey = async (words: string): Promise<Problem | undefined> => {
  const asked = await ask<{ readonly options: PublicKeyCredentialRequestOptionsJSON }>(
    'POST',
    '/api/session/passkey/challenge',
  );
  if ('problem' in asked) return asked.problem;
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asked.value.options);
  const response = await shown(navigator.credentials.get({ publicKey }));
  if (!response) return refusal(words);
  const answer = await ask<{ readonly reviewer: Account }>('POST', '/api/session/passkey', { response });
  if ('problem' in answer) return answer.problem.kind === 'signed-out' ? { ...answer.problem, words } : answer.problem;
  presence.value = { state: 'signed-in', account: answer.value.reviewer };
  return undefined;
};
