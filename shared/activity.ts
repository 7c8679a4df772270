import type { Article } from './article.ts';
import { claimOfLine } from './contact.ts';
import type { AnyPart } from './operations/index.ts';

/** What belongs to a claim: the key by which a part names it, and the table that it stands in. */
const BELONGINGS = [
  ['evidence', 'evidence'],
  ['verdict', 'verdicts'],
  ['thread', 'threads'],
  ['correction', 'corrections'],
] as const satisfies readonly (readonly [string, keyof Article])[];

/** The claim that a part is about, in an article that it was done to; nothing for the text and for what is about no claim. */
export const claimOf = (article: Article, part: AnyPart): string | undefined => {
  if ('claim' in part && part.claim !== undefined) return part.claim;
  if ('question' in part || 'line' in part)
    return claimOfLine(article.contacts.get(part.contact), 'line' in part ? part.line : part.question);
  for (const [key, table] of BELONGINGS) {
    const id = (part as unknown as Readonly<Record<string, unknown>>)[key];
    const claim = typeof id === 'string' ? article[table].get(id)?.claim : undefined;
    if (claim !== undefined) return claim;
  }
  return undefined;
};
