import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LogStore } from '../../server/storage/log-store.ts';
import { memoryLogStore } from '../../server/storage/memory-log-store.ts';
import type { Operation } from '../../shared/operation.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { isFault } from '../../shared/protocol.ts';
import { quoteAt } from '../../shared/quote.ts';
import { Newsroom, type Person } from './newsroom.ts';
import { cut, insert, put, split } from './notation.ts';
import { type Chance, chance } from './random.ts';
import { troubledStore } from './troubled-store.ts';

const WORDS = ['moon', ' far', '384,400', '. Not ', 'é', '🌒'];

const anEdit = ({ below, pick }: Chance, size: number) => {
  const from = below(Math.max(1, size));
  const to = Math.min(size, from + 1 + below(9));
  return pick([
    insert(from, pick(WORDS)),
    split(from),
    ...(from < to ? [cut(from, to), put(from, to, pick(WORDS))] : []),
  ]);
};

const aPart = (random: Chance, person: Person, base: number, id: string): AnyPart => {
  const { doc, claims } = person.knows(base);
  const { likely, below, pick } = random;
  if (likely(0.6)) return { kind: 'text', target: 'body', steps: anEdit(random, doc.textContent.length)(doc) };
  const known = [...claims.keys()];
  if (known.length > 0 && likely(0.5)) return { kind: 'claim.revise', claim: pick(known), fields: { statement: id } };
  if (likely(0.2)) return { kind: pick(['article.lock', 'article.unlock']) };
  const from = 3 + below(Math.max(1, doc.content.size - 8));
  const place = { from, to: Math.min(doc.content.size - 1, from + 1 + below(12)) };
  const quote = quoteAt(doc, place.from, place.to);
  // What a page would not send: white space, half a character.
  if (quote.exact.trim() === '' || !quote.exact.isWellFormed()) return { kind: 'article.unlock' };
  return { kind: 'claim.mark', claim: id, place, quote, fields: {} };
};

/**
 * Three people write at once in what they last saw, the store fails now and then, a server is started anew; each way to the store that is
 * handed in is that of a server, and the people are at them by turns.
 */
export const troubledSession = async (seed: number, ways: readonly LogStore[] = [memoryLogStore()]): Promise<void> => {
  const random = chance(seed);
  const { below, likely, pick } = random;
  const stores = ways.map(troubledStore);
  const [store] = stores;
  assert.ok(store);
  const limits = { snapshotEvery: 7, recentEntries: 9 };
  const newsroom = await Newsroom.open('The [c:moon] is [d:384,400 kilometres] away.\nNobody lives there.', {
    store,
    limits,
  });
  const before = newsroom.room.article.version;
  const newsrooms = [newsroom];
  for (const other of stores.slice(1)) newsrooms.push(await newsroom.beside(other));
  const nth = <T>(all: readonly T[], index: number): T => all[index % all.length] as T;
  const people = [newsroom.una, nth(newsrooms, 1).joins('ben', 'editor'), nth(newsrooms, 2).joins('cy', 'lead')];
  const othersCatchUp = async (): Promise<void> => {
    if (newsrooms.length > 1) await Promise.all(newsrooms.map(({ room }) => room.catchUp()));
  };
  const unanswered: { readonly person: Person; readonly operation: Operation }[] = [];
  const sentOnce = new Set<string>();
  const send = async (person: Person, operation: Operation): Promise<void> => {
    sentOnce.add(`${person.reviewer.id} ${operation.opId}`);
    const answer = await person.sends(operation);
    if (isFault(answer) && answer.fault === 'storage') unanswered.push({ person, operation });
    else if (isFault(answer))
      throw new Error(
        `seed ${seed}: ${answer.fault}: ${newsrooms.map(({ reports }) => reports.at(-1))} ${JSON.stringify(operation)}`,
      );
  };

  for (let round = 0; round < 25; round += 1) {
    const sent = unanswered.splice(0).map(({ person, operation }) => send(person, operation));
    for (let n = 1 + below(4); n > 0; n -= 1) {
      const person = pick(people);
      const head = person.article.version;
      const base = Math.max(2, head - below(likely(0.2) ? 20 : 4));
      const parts = [0, ...(likely(0.3) ? [1] : [])].map((part) =>
        aPart(random, person, base, `${seed}-${round}-${n}-${part}`),
      );
      const operation = person.operation(parts, { base, ...(likely(0.2) && { atomic: true }) });
      sent.push(send(person, operation));
      if (likely(0.1)) sent.push(send(person, operation));
      if (likely(0.3)) await nextTurn();
    }
    if (likely(0.15)) nth(stores, round).fail(pick(['lost', 'untold']));
    await Promise.all(sent);
    if (likely(0.05)) await nth(newsrooms, round).restarts();
    if (round % 3 === 0) await othersCatchUp();
  }
  while (unanswered.length > 0) {
    const [next] = unanswered.splice(0, 1);
    if (next) await send(next.person, next.operation);
  }
  await othersCatchUp();
  for (const each of newsrooms) await each.agrees();
  const logged = (await newsroom.log()).slice(before).map(({ reviewer, opId }) => `${reviewer} ${opId}`);
  assert.deepEqual(logged.toSorted(), [...sentOnce].sort(), `seed ${seed}`);
};
