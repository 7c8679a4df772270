import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ClientAuth, Configuration, UserInfoResponse } from 'openid-client';
import type { ProviderFault } from '../../shared/provider-faults.ts';
import type { Role } from '../../shared/roles.ts';
import { HOUR } from '../clock.ts';
import { isLoopback } from './on-this-machine.ts';

/** The OpenID provider by which people may sign in, and what it may do. */
export interface ProviderSettings {
  /** Its issuer, exactly as it says it is one (OpenID Connect Discovery 1.0 §3). */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people call it; it stands on the button. */
  readonly name: string;
  /** The mail domains that are taken, in lower case; empty: all. */
  readonly domains: readonly string[];
  /** The role of whoever is neither known nor invited; absent: they do not come in. */
  readonly newcomers?: Role;
}

/** Whom a provider says that somebody is. */
export interface Identified {
  readonly issuer: string;
  readonly subject: string;
  /** What it calls them; empty where it does not say. */
  readonly name: string;
  /** Empty where it does not say. */
  readonly email: string;
  /** Whether it says that the email is theirs. */
  readonly isVerified: boolean;
  /** In which it says so, signed: by it the provider knows what is to end when somebody signs out. */
  readonly idToken: string;
}

/** Why a provider let nobody in; `code` is the library's, without a word of what was answered. */
export class ProviderRefused extends Error {
  readonly fault: ProviderFault;
  readonly code: string;

  constructor(fault: ProviderFault, code: string) {
    super(`${fault}: ${code}`);
    this.fault = fault;
    this.code = code;
  }
}

/** The way to a provider and back. What is said of a way is made of its secret, which only one browser has. */
export interface Provider {
  readonly settings: ProviderSettings;
  /** Where a browser is sent. Rejects with `ProviderRefused`. */
  begin(secret: string): Promise<URL>;
  /** Whether what a browser came back with is of this way. */
  isOf(secret: string, query: URLSearchParams): boolean;
  /** Who came back, by what the browser brought along. Rejects with `ProviderRefused`. */
  finish(secret: string, query: URLSearchParams): Promise<Identified>;
  /**
   * Where somebody signs out of the provider itself, by the ID token of their sign-in where that is kept (RP-Initiated Logout 1.0 §2); nothing where
   * it has no such page, or where they signed in by another, which the desk had before. Rejects with `ProviderRefused`.
   */
  end(idToken?: string): Promise<URL | undefined>;
}

/** How many seconds each request to a provider may take. */
const PATIENCE = 5;

/** What a provider says of itself is believed so long. */
const KEPT = HOUR;

// Fetched when it is first needed: most desks need none of it.
const library = () => import('openid-client');

/** One of the values that belong to a way: 256 bits that are known only to who has its secret. */
const partOf = (secret: string, part: 'state' | 'nonce' | 'verifier'): string =>
  createHmac('sha256', secret).update(part).digest('base64url');

const isEqual = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** Shows the client's secret the way that the provider takes it; RFC 6749 §2.3.1 has every provider take the first. */
const showSecret = async (secret: string): Promise<ClientAuth> => {
  const { ClientSecretBasic, ClientSecretPost } = await library();
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, client, body, headers) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const show = taken.includes('client_secret_basic') ? basic : post;
    show(server, client, body, headers);
  };
};

const codeOf = (error: unknown): string => {
  const { code } = Object(error) as { readonly code?: unknown };
  return typeof code === 'string' ? code : 'unknown';
};

/** Not there, not in time, or not in a state to answer: nothing is wrong that would not pass. */
const isAway = (error: unknown): boolean => {
  if (error instanceof TypeError) return true;
  const { status } = Object(Object(error).cause) as { readonly status?: unknown };
  return ['OAUTH_TIMEOUT', 'OAUTH_ABORT'].includes(codeOf(error)) || (typeof status === 'number' && status >= 500);
};

/** Whether the provider answers that the code was used or is too old (RFC 6749 §5.2). */
const isOldCode = (error: unknown): boolean =>
  (Object(error) as { readonly error?: unknown }).error === 'invalid_grant';

/** What the provider answered in place of a code (RFC 6749 §4.1.2.1). */
const requireCode = (query: URLSearchParams): void => {
  const error = query.get('error');
  if (error === null) return;
  throw new ProviderRefused(error === 'access_denied' ? 'denied' : 'refused', 'AUTHORIZATION_RESPONSE');
};

const textIn = (claim: unknown): string => (typeof claim === 'string' ? claim : '');

/** Who gave an ID token and to whom, of one that was checked when somebody signed in by it (OpenID Connect Core 1.0 §2). */
const saidIn = (
  idToken: string,
): { readonly iss: string; readonly aud: string | readonly string[]; readonly tid?: string } =>
  JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString());

/** An OpenID provider, asked for what it is when it is first needed (OpenID Connect Core 1.0 §3.1, RFC 7636). */
export const openIdProvider = (settings: ProviderSettings, callback: string, patience = PATIENCE): Provider => {
  const issuer = new URL(settings.issuer);
  let known: { readonly configuration: Promise<Configuration>; readonly until: number } | undefined;

  const discover = async (): Promise<Configuration> => {
    const { discovery, allowInsecureRequests } = await library();
    const isHere = issuer.protocol === 'http:' && (issuer.hostname === 'localhost' || isLoopback(issuer.hostname));
    const show = await showSecret(settings.clientSecret);
    const found = await discovery(issuer, settings.clientId, undefined, show, {
      timeout: patience,
      // Without TLS on this machine alone: there it is only tried out.
      ...(isHere && { execute: [allowInsecureRequests] }),
    }).catch((error: unknown) => {
      const isAnother = codeOf(error) === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED';
      throw new ProviderRefused(isAnother ? 'wrong' : 'down', codeOf(error));
    });
    found.timeout = patience;
    return found;
  };

  const configuration = (): Promise<Configuration> => {
    if (known && known.until > Date.now()) return known.configuration;
    const asked = { configuration: discover(), until: Date.now() + KEPT };
    known = asked;
    // What failed is asked anew by the next one.
    asked.configuration.catch(() => {
      if (known === asked) known = undefined;
    });
    return asked.configuration;
  };

  /** What the ID token says, and where that is no email, what the provider says when it is asked (§5.3). */
  const claimsOf = async (secret: string, query: URLSearchParams) => {
    const { authorizationCodeGrant, fetchUserInfo } = await library();
    const asked = await configuration();
    const tokens = await authorizationCodeGrant(asked, new URL(`${callback}?${query}`), {
      pkceCodeVerifier: partOf(secret, 'verifier'),
      expectedState: partOf(secret, 'state'),
      expectedNonce: partOf(secret, 'nonce'),
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new ProviderRefused('wrong', 'NO_ID_TOKEN');
    const isSaid = claims.email !== undefined || asked.serverMetadata().userinfo_endpoint === undefined;
    const more: Partial<UserInfoResponse> = isSaid ? {} : await fetchUserInfo(asked, tokens.access_token, claims.sub);
    return { ...more, ...claims, idToken: tokens.id_token ?? '' };
  };

  return {
    settings,

    begin: async (secret) => {
      const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await library();
      return buildAuthorizationUrl(await configuration(), {
        redirect_uri: callback,
        scope: 'openid email profile',
        state: partOf(secret, 'state'),
        nonce: partOf(secret, 'nonce'),
        code_challenge: await calculatePKCECodeChallenge(partOf(secret, 'verifier')),
        code_challenge_method: 'S256',
      });
    },

    end: async (idToken) => {
      const { buildEndSessionUrl } = await library();
      const asked = await configuration();
      const { end_session_endpoint: page, issuer: name } = asked.serverMetadata();
      if (page === undefined) return undefined;
      const said = idToken === undefined ? undefined : saidIn(idToken);
      // Microsoft's names whose tenant somebody is of in each ID token, and leaves room for it in its own name.
      if (said && said.iss !== name.replace('{tenantid}', said.tid ?? '')) return undefined;
      // It would refuse what it gave the client that the desk was before.
      const isOurs = said !== undefined && [said.aud].flat().includes(settings.clientId);
      const address = buildEndSessionUrl(asked, isOurs && idToken ? { id_token_hint: idToken } : {});
      // It becomes a link: an address of another scheme is none.
      if (address.protocol !== issuer.protocol) throw new ProviderRefused('wrong', 'END_SESSION_ENDPOINT');
      return address;
    },

    isOf: (secret, query) => isEqual(query.get('state') ?? '', partOf(secret, 'state')),

    finish: async (secret, query) => {
      requireCode(query);
      const claims = await claimsOf(secret, query).catch((error: unknown) => {
        if (error instanceof ProviderRefused) throw error;
        throw new ProviderRefused(isOldCode(error) ? 'late' : isAway(error) ? 'down' : 'wrong', codeOf(error));
      });
      return {
        issuer: claims.iss,
        subject: claims.sub,
        name: textIn(claims.name),
        email: textIn(claims.email),
        isVerified: claims.email_verified === true,
        idToken: claims.idToken,
      };
    },
  };
};
