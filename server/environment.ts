import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { Invalid } from '../shared/parsing.ts';
import { ROLES, type Role } from '../shared/roles.ts';
import { parseEmail } from './accounts/person.ts';
import type { ProviderSettings } from './accounts/provider.ts';
import type { Bucket } from './captures/s3-capture-store.ts';
import type { MailSettings } from './mail/smtp-mailer.ts';

/** What the environment says, read. */
export interface Environment {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataFolder: string;
  /** The address of the PostgreSQL database that holds everything; absent: a file in the data folder. */
  readonly database?: string;
  /** The address of the Redis by which several servers hear of one another at once. */
  readonly redis?: string;
  /** Absent: made of the port. */
  readonly publicUrl?: string;
  /** Where copies are kept; absent: in the data folder. */
  readonly captures?: { readonly bucket: Bucket } | { readonly database: string };
  /** Where letters are handed over; absent: none are sent. */
  readonly mail?: MailSettings;
  /** By which OpenID provider people may sign in; absent: by none. */
  readonly provider?: ProviderSettings;
  readonly desk: { readonly name: string; readonly url: string };
  /** Absent: as the server has it. */
  readonly requestsPerSecond?: number;
  /** What whoever reads `/metrics` shows; absent: they ask from this machine. */
  readonly metricsToken?: string;
  /** Proxies on other machines that are believed when they say for whom they ask: addresses, or networks as CIDR. */
  readonly trustedProxies: readonly string[];
  /** Whether the server starts though its newest entries are from later than now. */
  readonly trustsClock: boolean;
}

type Variables = Readonly<Record<string, string | undefined>>;

const portIn = (value: string | undefined): number => {
  if (!value) return 3_000;
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
  throw new Invalid('PORT', `a number from 0 to 65535 is expected, not "${value}"`);
};

const rateIn = (value: string | undefined): number | undefined => {
  if (!value) return undefined;
  if (/^\d{1,6}$/.test(value) && Number(value) > 0) return Number(value);
  throw new Invalid('REQUESTS_PER_SECOND', `a whole number from 1 is expected, not "${value}"`);
};

const urlIn = (name: string, value: string | undefined): string | undefined => {
  if (!value) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username) {
    // What stands before an @ may be a password.
    const not = value.includes('@') ? ', without anything before an @' : `, not "${value}"`;
    throw new Invalid(name, `an address such as https://touchstone.example.org is expected${not}`);
  }
  return url.origin;
};

const S3 = ['S3_URL', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

/** Where copies are kept besides the data folder: all of it is said, or nothing. */
const bucketIn = (variables: Variables): Bucket | undefined => {
  if (S3.every((name) => !variables[name])) return undefined;
  for (const name of S3)
    if (!variables[name]) throw new Invalid(name, `it is needed where one of ${S3.join(', ')} is set`);
  const url = variables.S3_URL ?? '';
  if (!URL.canParse(url) || !/^https?:\/\/[^/@]+\/[^/]+\/?$/.test(url))
    throw new Invalid(
      'S3_URL',
      'an address with a bucket is expected, such as https://s3.eu-central-1.amazonaws.com/copies',
    );
  return {
    url: url.replace(/\/$/, ''),
    region: variables.S3_REGION ?? '',
    accessKeyId: variables.S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: variables.S3_SECRET_ACCESS_KEY ?? '',
  };
};

/** The address of a service; what it is not is said without what stands in it, which may be a password. */
const serviceIn = (name: string, value: string | undefined, form: RegExp, example: string): string | undefined => {
  if (!value) return undefined;
  if (!form.test(value) || !URL.canParse(value)) throw new Invalid(name, `an address such as ${example} is expected`);
  const { pathname, search, hash } = new URL(value);
  // What is taken for the end of the address is then the rest of a password, and would be told with it.
  if ([pathname, search, hash].some((part) => part.includes('@')))
    throw new Invalid(name, 'a / ? # or @ in a password is written %2F %3F %23 or %40');
  return value;
};

/** The PostgreSQL database that holds everything. */
export const databaseIn = ({ DATABASE_URL: value }: Variables): string | undefined =>
  serviceIn('DATABASE_URL', value, /^postgres(ql)?:\/\//, 'postgres://user@localhost:5432/touchstone');

/** Where copies are kept besides the data folder; several servers share no folder. */
const capturesIn = (variables: Variables, database: string | undefined): Environment['captures'] => {
  const bucket = bucketIn(variables);
  const { CAPTURES: where = '' } = variables;
  if (!['', 'disk', 's3', 'postgres'].includes(where))
    throw new Invalid('CAPTURES', `disk, s3 or postgres is expected, not "${where}"`);
  if (where === 's3' && !bucket) throw new Invalid('CAPTURES', `s3 needs ${S3.join(', ')}`);
  if (where === 'disk') return undefined;
  if (bucket && where !== 'postgres') return { bucket };
  if (database !== undefined) return { database };
  if (where === 'postgres')
    throw new Invalid('CAPTURES', 'postgres needs DATABASE_URL, such as postgres://user@localhost:5432/touchstone');
  return undefined;
};

const tokenIn = (value: string | undefined): string | undefined => {
  if (!value) return undefined;
  if (/^[\w.~+/=-]{16,200}$/.test(value)) return value;
  throw new Invalid(
    'METRICS_TOKEN',
    'at least 16 letters and digits are expected, such as "openssl rand -hex 24" prints',
  );
};

/** Addresses, or networks as CIDR, with commas between them. */
const proxiesIn = (value: string | undefined): readonly string[] => {
  const all = (value ?? '').split(',').map((each) => each.trim());
  for (const each of all.filter((one) => one !== '')) {
    const [address = '', bits, ...more] = each.split('/');
    const most = isIP(address) === 6 ? 128 : 32;
    const isSound = isIP(address) !== 0 && more.length === 0 && (bits === undefined || /^\d{1,3}$/.test(bits));
    if (!isSound || Number(bits ?? 0) > most)
      throw new Invalid('TRUST_PROXY', `addresses such as 10.0.0.7 or 172.30.77.0/24 are expected, not "${each}"`);
  }
  return all.filter((each) => each !== '');
};

const isYes = (name: string, value: string | undefined): boolean => {
  if (!value) return false;
  if (value === 'yes') return true;
  throw new Invalid(name, `yes is expected, or nothing, not "${value}"`);
};

/** Where letters are handed over: both are said, or neither. What is wrong with the address is said without it, since a password may be in it. */
const mailIn = ({ SMTP_URL: url = '', MAIL_FROM: from = '' }: Variables): MailSettings | undefined => {
  if (url === '' && from === '') return undefined;
  const { protocol = '', hostname = '' } = URL.canParse(url) ? new URL(url) : {};
  if (!/^smtps?:$/.test(protocol) || hostname === '')
    throw new Invalid('SMTP_URL', 'an address such as smtp://user:password@mail.example.org:587 is expected');
  return { url, from: parseEmail(from || undefined, 'MAIL_FROM') };
};

const OIDC = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_CLIENT_SECRET_FILE', 'OIDC_NAME'] as const;

/** A provider's issuer, as it was written: it is compared to what the provider says of itself to the letter. */
const issuerIn = (value: string): string => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isHere = url?.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (url && (url.protocol === 'https:' || isHere) && !url.search && !url.hash && !url.username) return value;
  throw new Invalid('OIDC_ISSUER', 'an address such as https://login.example.org is expected');
};

/** What a file holds, without the line break at its end; neither it nor what is wrong with it is said. */
const secretIn = (name: string, path: string): string => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    throw new Invalid(name, 'the path of a file that can be read is expected');
  }
};

const domainsIn = (value: string | undefined): readonly string[] => {
  const all = (value ?? '').split(',').map((each) => each.trim().toLowerCase());
  for (const each of all.filter((one) => one !== ''))
    if (!/^[\p{L}\d-]+(\.[\p{L}\d-]+)+$/u.test(each))
      throw new Invalid('OIDC_DOMAINS', `domains such as example.org are expected, not "${each}"`);
  return all.filter((each) => each !== '');
};

const roleIn = (name: string, value: string | undefined): Role | undefined => {
  if (!value) return undefined;
  if (Object.hasOwn(ROLES, value)) return value as Role;
  throw new Invalid(name, `one of ${Object.keys(ROLES).join(', ')} is expected, not "${value}"`);
};

/** The OpenID provider by which people may sign in: what is needed of it is all said, or nothing. */
const providerIn = (variables: Variables): ProviderSettings | undefined => {
  const newcomers = roleIn('OIDC_NEWCOMERS', variables.OIDC_NEWCOMERS);
  const domains = domainsIn(variables.OIDC_DOMAINS);
  const { OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET_FILE: file, OIDC_NAME: name } = variables;
  if (OIDC.every((each) => !variables[each]) && newcomers === undefined && domains.length === 0) return undefined;
  const issuer = issuerIn(variables.OIDC_ISSUER ?? '');
  if (!clientId) throw new Invalid('OIDC_CLIENT_ID', 'it is needed where OIDC_ISSUER is set');
  const clientSecret = file ? secretIn('OIDC_CLIENT_SECRET_FILE', file) : variables.OIDC_CLIENT_SECRET;
  if (!clientSecret)
    throw new Invalid('OIDC_CLIENT_SECRET', 'it is needed where OIDC_ISSUER is set, or OIDC_CLIENT_SECRET_FILE');
  const called = name || new URL(issuer).hostname;
  return { issuer, clientId, clientSecret, name: called, domains, ...(newcomers !== undefined && { newcomers }) };
};

/** The folder that holds the data, for the server and the admin command alike. */
export const dataFolderIn = (variables: Variables): string => resolve(variables.DATA_DIR || './data');

/** Reads the environment; throws `Invalid` naming the variable. An empty one is one that is not set. */
export const readEnvironment = (variables: Variables): Environment => {
  const publicUrl = urlIn('PUBLIC_URL', variables.PUBLIC_URL);
  const database = databaseIn(variables);
  const redis = serviceIn('REDIS_URL', variables.REDIS_URL, /^rediss?:\/\//, 'redis://localhost:6379');
  const captures = capturesIn(variables, database);
  const mail = mailIn(variables);
  const provider = providerIn(variables);
  const metricsToken = tokenIn(variables.METRICS_TOKEN);
  const requestsPerSecond = rateIn(variables.REQUESTS_PER_SECOND);
  return {
    port: portIn(variables.PORT),
    host: variables.HOST || '127.0.0.1',
    dataFolder: dataFolderIn(variables),
    ...(database !== undefined && { database }),
    ...(redis !== undefined && { redis }),
    ...(publicUrl !== undefined && { publicUrl }),
    ...(captures && { captures }),
    ...(mail && { mail }),
    ...(provider && { provider }),
    ...(requestsPerSecond !== undefined && { requestsPerSecond }),
    ...(metricsToken !== undefined && { metricsToken }),
    trustedProxies: proxiesIn(variables.TRUST_PROXY),
    trustsClock: isYes('TRUST_CLOCK', variables.TRUST_CLOCK),
    desk: { name: variables.DESK_NAME || 'Touchstone', url: urlIn('DESK_URL', variables.DESK_URL) ?? '' },
  };
};
