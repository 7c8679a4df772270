import { contactName } from '../../contact.ts';
import { rationaleWords } from '../../rationale.ts';
import { mainOf } from '../../relations.ts';
import type { Edition } from '../format.ts';
import { CELL_LIMIT } from './cells.ts';

/** More than what stands around the texts of a record in a cell, such as labels and marks, in UTF-16 units. */
const AROUND = 400;

/** How long all texts in a value are together. */
const lengthOf = (value: unknown): number => {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  let sum = 0;
  for (const each of Object.values(value)) sum += lengthOf(each);
  return sum;
};

/**
 * Whether any cell of the workbook may be longer than a cell can be: no cell holds more than all that is written about one claim, one source or
 * one contact. Where it says no, no table has to be filled in to know.
 */
export const mayBeCut = ({ article }: Edition): boolean => {
  const sums = new Map<string, number>();
  const add = (key: string, length: number): void => void sums.set(key, (sums.get(key) ?? 0) + length + AROUND);
  const sources = new Map([...article.sources].map(([id, source]) => [id, lengthOf(source)]));
  for (const [id, { derivesFrom }] of article.sources)
    add(id, (sources.get(id) ?? 0) + derivesFrom.reduce((sum, { source }) => sum + (sources.get(source) ?? 0), 0));
  for (const [id, claim] of article.claims) {
    const { from = 0, to = 0 } = article.anchors.get(id) ?? {};
    add(id, lengthOf(claim) + to - from);
  }
  for (const { claim, source, ...evidence } of article.evidence.values()) {
    add(claim, lengthOf(evidence) + (sources.get(source) ?? 0));
    // The claims that lean on a source are named in its row.
    add(source, claim.length);
  }
  for (const table of [article.verdicts, article.decisions, article.work])
    for (const record of table.values()) add(record.claim, lengthOf(record));
  for (const [claim, rationale] of article.rationales) add(claim, rationaleWords(rationale).length);
  for (const thread of article.threads.values())
    for (const message of thread.messages) add(message.id, lengthOf(message));
  for (const correction of article.corrections.values()) add(correction.id, lengthOf(correction));
  for (const contact of article.contacts.values()) {
    add(contact.id, lengthOf(contact));
    for (const { claim } of contact.questions) add(claim, lengthOf(contact) + contactName(contact).length);
  }
  const ofClaim = (id: string): number => sums.get(id) ?? 0;
  for (const [id, sum] of sums) {
    const main = article.claims.has(id) ? mainOf(article.claims, id) : id;
    if ((main === id ? sum : sum + ofClaim(main)) > CELL_LIMIT) return true;
  }
  return false;
};
