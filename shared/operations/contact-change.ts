import { type Article, withRecord } from '../article.ts';
import type { Contact, LogLine } from '../contact.ts';
import { type Fields, parseSome } from '../fields.ts';
import { Invalid, identifier, own, record } from '../parsing.ts';
import { isRefusal, type Kind, type Part, type Refusal, refuse, type Trace } from './kind.ts';
import { tracesOfRecord } from './traces.ts';

/** Reads the ids of a part by their keys, and its fields where it has a table of them, of which one of some has to be filled in. */
export const parsed =
  <P extends Part>(ids: readonly string[], fields?: Fields, needs: readonly string[] = []): Kind<P>['parse'] =>
  (value, where) => {
    const given = record(value, where);
    const read: Record<string, unknown> = {};
    for (const id of ids) read[id] = identifier(own(given, id), `${where}.${id}`);
    if (fields) {
      const values: Readonly<Record<string, unknown>> = parseSome(fields)(
        own(given, 'fields') ?? {},
        `${where}.fields`,
      );
      if (needs.length > 0 && needs.every((need) => String(own(values, need) ?? '').trim() === ''))
        throw new Invalid(`${where}.fields`, `${needs.join(' or ')} is expected`);
      read.fields = values;
    }
    return read as Omit<P, 'kind'>;
  };

/** Every line of a contact's log: attempts, questions and answers. */
export const linesOf = ({ attempts, questions }: Contact): readonly LogLine[] => [
  ...attempts,
  ...questions,
  ...questions.flatMap(({ answers }) => answers),
];

/** A line of a contact's log. */
export const lineOf = (contact: Contact | undefined, id: string): LogLine | undefined =>
  contact && linesOf(contact).find((line) => line.id === id);

/** The article with another contact in the place of one; of one that is withdrawn nothing comes. */
export const changed = (article: Article, id: string, change: (contact: Contact) => Contact | Refusal) => {
  const contact = article.contacts.get(id);
  if (!contact || contact.withdrawn) return refuse('unknown');
  const after = change(contact);
  return isRefusal(after) ? after : withRecord(article, 'contacts', id, after);
};

/** Who put lines down, and who changed or struck them. */
export const tracesOfLines = (lines: readonly LogLine[]): readonly Trace[] =>
  lines.flatMap((line) => [{ what: `${line.id} ${line.at}`, reviewer: line.reviewer }, ...tracesOfRecord(line)]);
