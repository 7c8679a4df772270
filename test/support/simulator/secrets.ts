import type { StoredEntry } from '../../../server/storage/log-store.ts';
import { changeOf } from '../../../shared/change.ts';
import { type Entry, parseEntry } from '../../../shared/log.ts';
import type { AnyPart } from '../../../shared/operations/index.ts';
import { textsIn } from '../../../shared/rebase.ts';

/** The ids of what a part makes, and the claim and the source that it is about. */
const madeBy = (
  part: AnyPart,
): { readonly ids: readonly string[]; readonly judges?: true; readonly about: readonly string[] } => {
  switch (part.kind) {
    case 'verdict.give':
      return { ids: [part.verdict, part.rationale ?? ''], judges: true, about: [part.claim] };
    case 'outcome.decide':
      return { ids: [part.decision], judges: true, about: [] };
    case 'work.move':
      return { ids: [part.reason ?? ''], judges: true, about: [] };
    case 'claim.mark':
      return { ids: [part.claim], about: [part.claim] };
    case 'evidence.attach':
      return { ids: [part.evidence], about: [part.claim, part.source] };
    case 'source.add':
      return { ids: [part.source], about: [part.source] };
    case 'thread.open':
      return { ids: [part.thread], about: part.claim === undefined ? [] : [part.claim] };
    case 'correction.suggest':
      return { ids: [part.correction], about: part.claim === undefined ? [] : [part.claim] };
    case 'contact.add':
      return { ids: [part.contact], about: [] };
    case 'contact.ask':
      return { ids: [part.question], about: [part.claim] };
    case 'aside.set':
      return { ids: [part.aside], about: [] };
    default:
      return { ids: [], about: [] };
  }
};

const reasonsIn = ({ parts }: Entry): readonly string[] =>
  textsIn(parts)
    .filter(({ target }) => target !== 'body')
    .flatMap(({ steps }) => steps.flatMap((step) => changeOf(step, undefined).ranges.map(({ brought }) => brought)))
    .filter((brought) => brought.length > 2);

/**
 * What must not reach a person while work is blind, by its own reading of the rules (T11): ids and words of others' judgements, and
 * where all is hidden the ids of all else that others made and the person never worked on.
 */
export const secretsOf = (
  durable: ReadonlyMap<number, StoredEntry>,
  person: string,
  blind: 'verdicts' | 'all',
): ReadonlySet<string> => {
  const secrets = new Set<string>();
  const open = new Set<string>(['']);
  for (const { body } of durable.values()) {
    const entry = parseEntry(JSON.parse(body), '');
    const made = entry.parts.map(madeBy);
    if (entry.reviewer === person) for (const { about } of made) for (const id of about) open.add(id);
    else {
      for (const { ids, judges } of made) if (judges || blind === 'all') for (const id of ids) secrets.add(id);
      for (const words of reasonsIn(entry)) secrets.add(words);
    }
  }
  return new Set([...secrets].filter((secret) => !open.has(secret)));
};

/** The first secret that a message holds, as a string of its own or as a piece of evidence with its revision. */
export const toldIn = (message: unknown, secrets: ReadonlySet<string>): string | undefined => {
  const strings = new Set(
    (JSON.stringify(message).match(/"[^"]*"/g) ?? []).map((each) => each.slice(1, -1).replace(/#\d+$/, '')),
  );
  return [...secrets].find((secret) => strings.has(secret));
};
