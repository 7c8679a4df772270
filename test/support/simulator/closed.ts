import type { StoredEntry } from '../../../server/storage/log-store.ts';
import type { AnyPart } from '../../../shared/operations/index.ts';
import type { Role } from '../../../shared/roles.ts';

/** A record that says who sees it: by whom it is, whom it is shown to, and every string that only it brought into the log. */
interface Guarded {
  readonly author: string;
  readonly shown: unknown;
  readonly words: readonly string[];
  /** For evidence: the source that it is from. */
  readonly source?: string;
}

type Records = ReadonlyMap<string, Guarded>;

const NO_WORDS = new Set(['desk', 'public', 'supports', 'confirms', '']);

/** What a part makes of the records, read as the rules have it and not as the engine does. */
const after = (records: Records, part: AnyPart, author: string): Records => {
  const put = (id: string, record: Guarded): Records => new Map([...records, [id, record]]);
  const grown = (id: string, words: readonly string[], shown?: unknown): Records => {
    const known = records.get(id);
    if (!known) return records;
    return put(id, { ...known, words: [...known.words, ...words], ...(shown !== undefined && { shown }) });
  };
  const told = (fields: object): readonly string[] =>
    Object.values(fields).filter((each) => typeof each === 'string' && !NO_WORDS.has(each));
  switch (part.kind) {
    case 'source.add':
      return put(part.source, {
        author,
        shown: part.fields.visibility ?? 'public',
        words: [part.source, ...told(part.fields)],
      });
    case 'source.revise':
      return grown(part.source, told(part.fields), part.fields.visibility);
    case 'evidence.attach': {
      const words = [part.evidence, ...told(part.fields)];
      return put(part.evidence, { author, shown: part.fields.visibility ?? 'public', words, source: part.source });
    }
    case 'evidence.revise':
      return grown(part.evidence, told(part.fields), part.fields.visibility);
    case 'contact.add': {
      const words = [part.contact, ...told(part.fields)];
      return put(part.contact, { author, shown: part.fields.visibility ?? 'desk', words });
    }
    case 'contact.revise':
      return grown(part.contact, told(part.fields), part.fields.visibility);
    case 'contact.ask':
      return grown(part.contact, [part.question, ...told(part.fields)]);
    case 'contact.answer':
      return grown(part.contact, [part.answer, ...told(part.fields)]);
    case 'thread.open':
      return put(part.thread, {
        author,
        shown: part.visibility ?? 'desk',
        words: [part.thread, part.message, part.text],
      });
    case 'thread.reply':
    case 'thread.revise':
      return grown(part.thread, [part.message, part.text]);
    case 'thread.show':
      return grown(part.thread, [], part.visibility);
    default:
      return records;
  }
};

const known = new WeakMap<ReadonlyMap<number, StoredEntry>, Map<number, Records>>();

const recordsAt = (durable: ReadonlyMap<number, StoredEntry>, version: number): Records => {
  const all = known.get(durable) ?? new Map<number, Records>([[0, new Map()]]);
  known.set(durable, all);
  let from = version;
  while (!all.has(from)) from -= 1;
  let records = all.get(from) ?? new Map();
  for (let next = from + 1; next <= version; next += 1) {
    const { parts, reviewer } = JSON.parse(durable.get(next)?.body ?? '');
    for (const part of parts as readonly AnyPart[]) records = after(records, part, reviewer);
    all.set(next, records);
  }
  return records;
};

const isOpen = ({ author, shown }: Guarded, person: string, role: Role): boolean =>
  shown === 'public' || author === person || (Array.isArray(shown) ? shown.includes(person) : role !== 'viewer');

/** What must not reach a person who does not see some records of an article as it stands at a version (T11): their ids and their words. */
export const closedSecretsOf = (
  durable: ReadonlyMap<number, StoredEntry>,
  version: number,
  person: string,
  role: Role,
): ReadonlySet<string> => {
  const records = recordsAt(durable, version);
  const sees = (record: Guarded): boolean => {
    const source = record.source === undefined ? undefined : records.get(record.source);
    return isOpen(record, person, role) && (!source || isOpen(source, person, role));
  };
  return new Set([...records.values()].filter((record) => !sees(record)).flatMap(({ words }) => words));
};
