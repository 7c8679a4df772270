import { choice, filledText, Invalid, list, optional, own, type Parse, record } from '../../shared/parsing.ts';
import { isWithin, SCOPES } from '../../shared/scopes.ts';
import { note } from '../accounts/events.ts';
import type { Speaker } from '../accounts/speaker.ts';
import { makeToken, revokeToken, type Token, tokenId, tokensOf } from '../accounts/tokens.ts';
import type { Clock } from '../clock.ts';
import { pageOfAll } from './next-page.ts';
import { notAllowed, problem } from './problem.ts';
import type { Route } from './route.ts';

/** The most tokens of a person. */
const MOST = 100;

const view = ({ id, label, scopes, createdAt, usedAt, expiresAt }: Token): object => ({
  id,
  label,
  scopes: scopes ?? null,
  createdAt,
  usedAt: usedAt ?? null,
  expiresAt: expiresAt ?? null,
});

const parseLabel: Parse<string> = (value, where) => filledText(100)(value, where).replaceAll(/\s+/g, ' ').trim();

const parseScopes: Parse<readonly (keyof typeof SCOPES)[]> = (value, where) => {
  const scopes = list(choice(SCOPES), Object.keys(SCOPES).length)(value, where);
  if (scopes.length === 0) throw new Invalid(where, 'name one scope at least, or leave it out for everything');
  return scopes;
};

const parseExpiry =
  (clock: Clock): Parse<string> =>
  (value, where) => {
    const time =
      typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(value) && Date.parse(value);
    if (!time) throw new Invalid(where, 'a time such as 2027-01-31T12:00:00Z is expected');
    if (time <= Date.parse(clock.now())) throw new Invalid(where, 'a time that is yet to come is expected');
    return new Date(time).toISOString();
  };

/** Until when whoever asks may let others in: a token no longer than it is good itself. */
const lastMoment = ({ shown }: Speaker): string | undefined => (shown.kind === 'token' ? shown.expiresAt : undefined);

const show: Route = {
  method: 'get',
  path: '/api/tokens',
  needs: 'viewer',
  scope: 'account',
  answer: async ({ accounts }, { path, query, speaker }) => {
    const own = tokenId(speaker.shown.hash);
    const all = await tokensOf(accounts, speaker.reviewer.id);
    const body = (shown: readonly Token[]) => ({
      tokens: shown.map((token) => ({ ...view(token), shown: token.id === own })),
    });
    return pageOfAll({ path, query }, all, body, ({ createdAt: at, id }) => ({ at, id }));
  },
};

const make: Route = {
  method: 'post',
  path: '/api/tokens',
  needs: 'viewer',
  scope: 'account',
  bodyLimit: 10_000,
  answer: async ({ accounts }, asked) => {
    const { speaker } = asked;
    const fields = record(asked.body, '');
    const label = parseLabel(own(fields, 'label'), 'label');
    const scopes = optional(parseScopes)(own(fields, 'scopes') ?? undefined, 'scopes') ?? speaker.scopes;
    const expiry = optional(parseExpiry(accounts.clock))(own(fields, 'expiresAt') ?? undefined, 'expiresAt');
    const last = lastMoment(speaker);
    const expiresAt = expiry ?? last;
    if (!isWithin(scopes, speaker.scopes) || (last && expiresAt && expiresAt > last)) {
      return notAllowed('A token makes none that opens more, or longer, than it does itself.');
    }
    if ((await tokensOf(accounts, speaker.reviewer.id)).length >= MOST) {
      return problem(409, 'too-many', `A person has at most ${MOST} tokens. Revoke those that are not used.`);
    }
    const made = await makeToken(accounts, speaker.reviewer.id, label, { scopes, ...(expiresAt && { expiresAt }) });
    await note(accounts, 'token-made', asked, { reviewer: speaker.reviewer.id });
    return { status: 201, body: { token: made.token, ...view(made) } };
  },
};

const revoke: Route = {
  method: 'delete',
  path: '/api/tokens/:id',
  needs: 'viewer',
  scope: 'account',
  answer: async ({ accounts, sockets }, asked) => {
    const { id } = asked.speaker.reviewer;
    if (!(await revokeToken(accounts, id, asked.params.id ?? '')))
      return problem(404, 'not-found', 'You have no such token.');
    await note(accounts, 'token-revoked', asked, { reviewer: id });
    await sockets.recheck(id);
    return { status: 204 };
  },
};

/** The tokens by which the programs and other browsers of whoever asks come in. */
export const tokenRoutes: readonly Route[] = [show, make, revoke];
