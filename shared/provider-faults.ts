/** Why nobody is let in by an OpenID provider. The screen has a sentence for each; the address of a page holds no other. */
export const PROVIDER_FAULTS = [
  // It is not there, or does not answer in time.
  'down',
  // What it says of itself or of somebody is not as it has to be.
  'wrong',
  // Its person said no.
  'denied',
  // It answered that it will not.
  'refused',
  // The way back is not one that this browser set out on, was gone before, or took too long.
  'late',
  // Neither known here nor invited.
  'stranger',
  // It does not say that the email is theirs.
  'unverified',
  // There is an account with the email, and nothing but its person's word says that the email is theirs.
  'unproven',
  // Emails of this domain are not taken.
  'domain',
  // Whoever has the email here is known by another identity of the same provider.
  'another',
  // The identity belongs to another account.
  'taken',
  // The account is shut out.
  'shut-out',
] as const;

/** One of `PROVIDER_FAULTS`. */
export type ProviderFault = (typeof PROVIDER_FAULTS)[number];
