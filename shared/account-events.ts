/** What can happen to who may come in. */
export const ACCOUNT_EVENTS = [
  'signed-in-token',
  'signed-in-password',
  'signed-in-passkey',
  'set-up',
  'joined',
  'refused-token',
  'refused-password',
  'refused-passkey',
  'refused-often',
  'signed-out',
  'session-ended',
  'password-set',
  'reset-mailed',
  'reset-made',
  'reset-used',
  'passkey-added',
  'passkey-removed',
  'token-made',
  'token-revoked',
  'role-given',
  'shut-out',
  'let-in',
  'invited',
  'guest-link-made',
  'guest-link-revoked',
  'guest-joined',
  'article-deleted',
] as const;

/** One of `ACCOUNT_EVENTS`. */
export type AccountEventKind = (typeof ACCOUNT_EVENTS)[number];
