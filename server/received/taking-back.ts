import type { Step } from 'prosemirror-transform';
import { type Article, blankArticle } from '../../shared/article.ts';
import { changeOf } from '../../shared/change.ts';
import { parseEntry } from '../../shared/log.ts';
import { isRefusal } from '../../shared/operations/kind.ts';
import { applyStep } from '../../shared/operations/text.ts';
import { formOf } from '../../shared/operations/texts.ts';
import { stepsOf } from '../../shared/rebase.ts';
import type { Received } from '../../shared/received.ts';
import { tokens } from '../../shared/text.ts';
import { Way } from '../../shared/way.ts';
import { articleAt, readChanges } from '../log-reading.ts';
import type { ServerParts } from '../parts.ts';

/** The steps that take a version back, in the text as it was when it was taken over; with that text. */
const inverseOf = async (
  { logStore, digest }: ServerParts,
  id: string,
  { version }: Received,
): Promise<{ readonly steps: readonly Step[]; readonly doc: Article['doc'] }> => {
  let { doc } = version > 1 ? await articleAt(logStore, id, version - 1, digest) : blankArticle();
  const [stored] = await logStore.read(id, version - 1, 1);
  if (!stored) throw new Error(`the log of ${id} has no version ${version}`);
  const inverse: Step[] = [];
  for (const step of stepsOf(parseEntry(JSON.parse(stored.body), '').parts, 'body')) {
    inverse.unshift(step.invert(doc));
    doc = step.apply(doc).doc ?? doc;
  }
  return { steps: inverse, doc };
};

const takenBy = (step: Step, doc: Article['doc']): string => {
  let taken = '';
  step.getMap().forEach((from, to) => {
    taken += tokens(doc, from, to);
  });
  return taken;
};

/**
 * The steps that take a version back, made in the text as it was when it was taken over; nothing where words that it brought are others by now:
 * taking it back would take those away from who wrote them (T10).
 */
export const takingBack = async (
  parts: ServerParts,
  id: string,
  article: Article,
  received: Received,
): Promise<readonly Step[] | undefined> => {
  const { logStore, digest } = parts;
  const { steps, doc } = await inverseOf(parts, id, received);
  const span = { after: received.version, upTo: article.version };
  const changes = await readChanges(logStore, id, span, digest);
  const way = new Way(
    steps,
    changes.flatMap(({ target, change }) => (target === 'body' ? [change] : [])),
  );
  let [then, now] = [doc, article.doc];
  for (const step of steps) {
    const mapped = way.map(step);
    if (!mapped || takenBy(mapped, now) !== takenBy(step, then)) return undefined;
    way.passed(changeOf(mapped, now));
    const [before, after] = [step.apply(then).doc, applyStep(mapped, now, formOf('body').most)];
    if (!before || isRefusal(after)) return undefined;
    [then, now] = [before, after];
  }
  return steps;
};
