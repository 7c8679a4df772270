import type { AnyPart } from '../../../shared/operations/index.ts';
import type { Visibility } from '../../../shared/visibility.ts';
import type { Chance } from '../random.ts';
import { answering } from './asking.ts';
import type { Person } from './person.ts';

/** Shows something to other people than before, or brings something that is not shown to everyone. */
export const shows = (person: Person, luck: Chance, people: readonly string[]): void => {
  const { sources, evidence, contacts, threads, claims } = person.session.visible;
  const way = luck.pick(['public', 'desk', 'named', 'named'] as const);
  const named = people.filter(() => luck.likely(0.4));
  const to: Visibility = way === 'named' ? named : way;
  const { source, attached } = { source: person.newId(), attached: person.newId() };
  const fields = { title: source, visibility: to };
  const claim = luck.pick([...claims.keys(), '']);
  const mine = <T extends { readonly id: string }>(table: ReadonlyMap<string, T>): string => {
    const ids = [...table.keys()];
    // Their own are those that people may change as a rule.
    const own = ids.filter((id) => id.startsWith(`${person.id}-`));
    return luck.pick(own.length > 0 && luck.likely(0.7) ? own : [...ids, '']);
  };
  const choices: (readonly AnyPart[])[] = [
    [{ kind: 'source.add', source, fields }],
    [
      { kind: 'source.add', source, fields: { title: source } },
      { kind: 'evidence.attach', evidence: attached, claim, source, fields: { stance: 'supports', visibility: to } },
    ],
    [{ kind: 'evidence.attach', evidence: attached, claim, source: mine(sources), fields: { stance: 'supports' } }],
    [{ kind: 'source.revise', source: mine(sources), fields: { visibility: to } }],
    [
      {
        kind: 'source.revise',
        source: mine(sources),
        fields: { derivesFrom: [{ source: mine(sources), manner: 'copy' }] },
      },
    ],
    [{ kind: 'evidence.revise', evidence: mine(evidence), fields: { visibility: to, note: person.newId() } }],
    [{ kind: 'evidence.revise', evidence: mine(evidence), fields: { visibility: to } }],
    [{ kind: 'thread.show', thread: mine(threads), visibility: to }],
    [
      { kind: 'contact.add', contact: source, fields: { person: person.newId(), visibility: to } },
      { kind: 'contact.ask', contact: source, question: attached, claim, fields: { question: person.newId() } },
    ],
    [{ kind: 'contact.revise', contact: mine(contacts), fields: { visibility: to } }],
    [answering(person, contacts.get(mine(contacts)))],
  ];
  const parts = luck.pick(choices);
  if (parts.every((part) => !Object.values(part).includes(''))) person.does(parts);
};
