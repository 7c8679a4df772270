import { parseArgs } from 'node:util';
import { choice, Invalid } from '../shared/parsing.ts';
import { ROLES } from '../shared/roles.ts';
import type { AccountParts } from './accounts/parts.ts';
import { offerReset } from './accounts/passwords.ts';
import { addPerson, emailOf, parseEmail, parseName } from './accounts/person.ts';
import { issueToken } from './accounts/tokens.ts';
import { systemClock } from './clock.ts';
import { databaseIn, dataFolderIn, readEnvironment } from './environment.ts';
import { newId } from './ids.ts';
import type { Account } from './storage/account-store.ts';
import type { ErasureStore } from './storage/erasure-store.ts';
import { openStores } from './storage/open-stores.ts';

const USAGE = `Usage: npm run -s admin -- COMMAND

  add-user EMAIL --name NAME --role ROLE [--token]   adds a reviewer; with --token prints an access token, alone
  token EMAIL                                        prints a new access token, alone
  reset EMAIL                                        prints a link to set a new password, alone
  list-users                                         prints one reviewer a line
  set-role EMAIL ROLE                                gives a reviewer another role
  disable EMAIL                                      shuts a reviewer out
  enable EMAIL                                       lets them in again
  delete-user EMAIL --name NAME                      deletes a reviewer for good; NAME, as list-users prints it, confirms it

Who gave no email is named by the id that list-users prints.
Roles: ${Object.keys(ROLES).join(', ')}. DATA_DIR (default ./data) and DATABASE_URL are the server's; the server may be running.`;

/** Something that cannot be done as things are, with the sentence that says why. */
class Impossible extends Error {}

/** What was written behind the command. */
interface Given {
  readonly words: readonly string[];
  readonly name?: string | undefined;
  readonly role?: string | undefined;
  readonly token?: boolean | undefined;
}

/** What commands are made of. */
interface AdminParts extends AccountParts {
  readonly erasures: ErasureStore;
}

type Command = (parts: AdminParts, given: Given) => Promise<string>;

/** Whom a word names: by their email, or by the id that `list-users` prints, since not everybody gave an email. */
const accountOf = async ({ store }: AccountParts, who = ''): Promise<Account> => {
  const isEmail = who.includes('@');
  const account = isEmail ? await store.reviewerByEmail(parseEmail(who, 'EMAIL')) : await store.reviewerById(who);
  if (!account) throw new Impossible(`There is no reviewer with the ${isEmail ? 'email' : 'id'} ${who}.`);
  return account;
};

const setDisabled =
  (isDisabled: boolean): Command =>
  async (parts, { words: [email] }) => {
    const account = await accountOf(parts, email);
    await parts.store.setDisabled(account.id, isDisabled ? parts.clock.now() : undefined);
    return `${account.name} ${isDisabled ? 'can no longer come in' : 'can come in again'}.`;
  };

const lineOf = (account: Account): string =>
  [
    account.id,
    emailOf(account) || '(no email)',
    account.name,
    account.role,
    ...(account.disabledAt ? ['disabled'] : []),
  ].join('\t');

/** The commands, each with how many words it takes; what it returns is printed. */
const COMMANDS: Readonly<Record<string, readonly [words: number, run: Command]>> = {
  'add-user': [
    1,
    async (parts, { words: [email], name, role, token }) => {
      const person = { email: parseEmail(email, 'EMAIL'), name: parseName(name, '--name'), isProven: true };
      const result = await addPerson(parts, person, choice(ROLES)(role, '--role'));
      if ('taken' in result) throw new Impossible(`There is a reviewer with the email ${email} already.`);
      const { added } = result;
      return token ? issueToken(parts, added.id, 'admin command') : `Added ${added.name} as ${added.role}.`;
    },
  ],
  token: [
    1,
    async (parts, { words: [email] }) => issueToken(parts, (await accountOf(parts, email)).id, 'admin command'),
  ],
  reset: [
    1,
    async (parts, { words: [email] }) => {
      const account = await accountOf(parts, email);
      if (emailOf(account) === '') throw new Impossible(`${account.name} gave no email, and comes in by a token.`);
      const { secret } = await offerReset(parts, account, 'admin');
      const { publicUrl, port } = readEnvironment(process.env);
      return `${publicUrl ?? `http://localhost:${port}`}/reset/${secret}`;
    },
  ],
  'list-users': [0, async ({ store }) => (await store.reviewers()).map(lineOf).join('\n')],
  'set-role': [
    2,
    async (parts, { words: [email, role] }) => {
      const account = await accountOf(parts, email);
      const given = choice(ROLES)(role, 'ROLE');
      await parts.store.setRole(account.id, given);
      return `${account.name} is now ${given}.`;
    },
  ],
  disable: [1, setDisabled(true)],
  enable: [1, setDisabled(false)],
  'delete-user': [
    1,
    async (parts, { words: [email], name }) => {
      const account = await accountOf(parts, email);
      if (name !== account.name)
        throw new Impossible(`--name has to be the name of that reviewer. Nothing was deleted.`);
      const done = await parts.erasures.forgetReviewer({ id: account.id, by: '', at: parts.clock.now() });
      if (done === 'last-admin')
        throw new Impossible(`${account.name} is the last admin: nobody could admit anyone any more.`);
      await parts.erasures.cleanOfReviewers();
      return `${account.id} is nobody from now on; what they did stays.`;
    },
  ],
};

const parsed = (): readonly [Command, Given] => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { name: { type: 'string' }, role: { type: 'string' }, token: { type: 'boolean' } },
  });
  const [name = '', ...words] = positionals;
  const [count, command] = (Object.hasOwn(COMMANDS, name) && COMMANDS[name]) || [];
  if (!command) throw new Invalid('', name === '' ? 'a command is expected' : `there is no command "${name}"`);
  if (words.length !== count) throw new Invalid(name, `${count} words are expected behind it, not ${words.length}`);
  return [command, { words, ...values }];
};

const run = async (): Promise<void> => {
  const [command, given] = parsed();
  const database = databaseIn(process.env);
  const place = { dataFolder: dataFolderIn(process.env), ...(database !== undefined && { database }) };
  const stores = await openStores(place, ({ message }) => void process.stderr.write(`${message}\n`));
  try {
    const said = await command({ store: stores.accounts, erasures: stores.erasures, clock: systemClock, newId }, given);
    if (said !== '') process.stdout.write(`${said}\n`);
  } finally {
    await stores.close();
  }
};

const isMisuse = (error: unknown): boolean =>
  error instanceof Invalid || (error instanceof TypeError && String(Object(error).code).startsWith('ERR_PARSE_ARGS'));

try {
  await run();
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(isMisuse(error) ? `${message}\n\n${USAGE}\n` : `${message}\n`);
  process.exitCode = isMisuse(error) ? 2 : 1;
}
