import type { Article } from '../../../shared/article.ts';
import { AUTHOR_LIMIT, ID_LIMIT, type Imported } from '../../../shared/imported.ts';
import type { AnyPart } from '../../../shared/operations/index.ts';
import type { Quote } from '../../../shared/quote.ts';
import { inMessages } from '../in-messages.ts';
import type { Item } from './brought.ts';
import type { Given } from './given.ts';
import { UNPLACED } from './placing.ts';

/** The words that something is put on. */
export interface Where {
  readonly quote: Quote;
  readonly place: { readonly from: number; readonly to: number };
}

type NewId = () => string;

/** Whose an annotation is, as its file says. */
export const importedOf = ({ author, at, id }: Given): Imported => ({
  as: 'annotation',
  author: author.slice(0, AUTHOR_LIMIT).toWellFormed(),
  ...(at && { at: at.slice(0, 40) }),
  ...(id !== '' && { id: id.slice(0, ID_LIMIT).toWellFormed() }),
});

/** A text as the messages of a thread: that opens it where it says about what, and goes on in it where it does not. */
export const messagesOf = (
  given: Given,
  {
    thread,
    text,
    about,
  }: { readonly thread: string; readonly text: string; readonly about?: { readonly claim: string } | Where },
  newId: NewId,
): readonly AnyPart[] =>
  inMessages(text).map((each, index): AnyPart => {
    const said = { thread, message: newId(), text: each, mentions: [], imported: importedOf(given) };
    return about && index === 0 ? { kind: 'thread.open', ...about, ...said } : { kind: 'thread.reply', ...said };
  });

/** The correction that an annotation suggests for its words; nothing where it names no other ones, `many-lines` where they do not fit. */
export const correctionOf = (
  given: Given,
  where: Where,
  correction: string,
): (AnyPart & { readonly kind: 'correction.suggest' }) | 'many-lines' | undefined => {
  const edit = given.says.find(({ purpose, body }) => purpose === 'editing' && typeof body.value === 'string');
  const to = edit?.text.toWellFormed();
  if (to === undefined || to === where.quote.exact) return undefined;
  if (/[\n\r\u2028\u2029]/.test(where.quote.exact + to)) return 'many-lines';
  const others = given.says.filter((each) => each !== edit).map(({ text }) => text);
  const why = others.join('\n').slice(0, 2_000).toWellFormed();
  return { kind: 'correction.suggest', correction, ...where, to, why, imported: importedOf(given) };
};

/** The longest text that is kept of an annotation, in UTF-16 units. */
const LONGEST = 20_000;

/** So many go into one part. */
const AT_ONCE = 20;

/** What stands nowhere is kept, once (T10). */
export const keeping = (article: Article, items: readonly Item[], newId: NewId): readonly AnyPart[] => {
  const kept = new Set([...article.removals.values()].map(({ text }) => text));
  const removals = items.flatMap(({ reason, words, says, author, at, id }) => {
    const lines = [words && `“${words}”`, says, [author, at].filter(Boolean).join(', '), id];
    const text = lines.filter(Boolean).join('\n').slice(0, LONGEST).toWellFormed();
    if (reason === undefined || kept.has(text)) return [];
    kept.add(text);
    return [{ id: newId(), text, reason: UNPLACED[reason], at: 0 }];
  });
  const parts: AnyPart[] = [];
  for (let at = 0; at < removals.length; at += AT_ONCE)
    parts.push({ kind: 'article.keep', removals: removals.slice(at, at + AT_ONCE) });
  return parts;
};
