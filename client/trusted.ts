/** What a policy makes of a text (Trusted Types): a value that the browser takes for HTML, or for the address of a script. */
interface Policy {
  createHTML(text: string): string;
  createScriptURL(address: string): string;
}

interface Policies {
  createPolicy(name: string, rules: Policy): Policy;
}

/** The address of one of our own files; anything else is refused. */
const ours = (address: string): string => {
  const { origin, pathname } = new URL(address, location.href);
  if (origin !== location.origin || !pathname.startsWith('/assets/')) throw new TypeError('this is no script of ours');
  return address;
};

const rules: Policy = { createHTML: (text) => text, createScriptURL: ours };

let policy: Policy | undefined;

/** Our one policy; in browsers that know none, texts stay texts. Its name stands in `server/api/security-headers.ts`. */
const ourPolicy = (): Policy => {
  policy ??= (globalThis as { trustedTypes?: Policies }).trustedTypes?.createPolicy('touchstone', rules) ?? rules;
  return policy;
};

/** Reads HTML into a document in which nothing is run, fetched or shown. */
export const inertDocument = (html: string): Document =>
  new DOMParser().parseFromString(ourPolicy().createHTML(html), 'text/html');

/** Starts a thread of the browser's from one of our own files. */
export const ownWorker = (address: string): Worker =>
  new Worker(ourPolicy().createScriptURL(address), { type: 'module' });
