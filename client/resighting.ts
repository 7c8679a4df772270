import type { Article } from '../shared/article.ts';
import { changeOf } from '../shared/change.ts';
import type { Entry } from '../shared/log.ts';
import { isRefusal } from '../shared/operations/kind.ts';
import { applyStep } from '../shared/operations/text.ts';
import { formOf } from '../shared/operations/texts.ts';
import { type PerformedStep, stepsOf } from '../shared/rebase.ts';
import { type GivenBack, redo, type Session, type Turn } from './session.ts';

/** What entries did to the article's text, which everyone sees. */
const stepsIn = (article: Article, entries: readonly Entry[]): readonly PerformedStep[] => {
  let { doc } = article;
  return entries
    .flatMap(({ parts }) => stepsOf(parts, 'body'))
    .map((step) => {
      const before = doc;
      const after = applyStep(step, before, formOf('body').most);
      if (isRefusal(after)) throw new Error(`the text does not take a step of its log: ${after.refused}`);
      doc = after;
      return { target: 'body', step, change: changeOf(step, before), before };
    });
};

/**
 * The session once something else of the article is seen (T11): the article as it is seen now, with what waits done again on it, moved
 * over the entries since. What was sent and is among them waits no more.
 */
export const resighted = (session: Session, article: Article, since: readonly Entry[]): Turn => {
  const [first, ...rest] = session.pending;
  const answer = since.find(({ opId, reviewer }) => reviewer === session.reviewer && opId === first?.sent?.opId);
  const own = answer && first;
  const lost: readonly GivenBack[] =
    own && answer.dropped.length > 0 ? [{ opId: own.opId, parts: own.sent?.parts ?? [], dropped: answer.dropped }] : [];
  const before = since
    .slice(0, answer ? since.indexOf(answer) : 0)
    .flatMap(({ parts }) => stepsOf(parts, 'body')).length;
  const brought = answer ? stepsOf(answer.parts, 'body').length : 0;
  const turn = redo({ ...session, confirmed: article }, own ? rest : session.pending, {
    undone: session.pending.flatMap((each) => each.done),
    entered: stepsIn(session.confirmed, since),
    answered: own ? own.done.length : 0,
    own: [before, before + brought],
  });
  return { ...turn, givenBack: [...lost, ...turn.givenBack] };
};
