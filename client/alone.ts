import { type Account, presence } from './account.ts';
import { ask, type Problem } from './api.ts';
import { language } from './strings/index.ts';

/** Becomes the only person of a desk on one's own machine, without a name; what is answered is why not. */
export const startAlone = async (secret: string): Promise<Problem | undefined> => {
  const spoken = language() === 'de' ? 'de' : 'en';
  const answer = await ask<{ readonly reviewer: Account }>('POST', '/api/setup/alone', { secret, language: spoken });
  if ('problem' in answer) return answer.problem;
  presence.value = { state: 'signed-in', account: answer.value.reviewer };
  return undefined;
};
