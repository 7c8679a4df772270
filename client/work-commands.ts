import type { AnyPart } from '../shared/operations/index.ts';
import { judgedNow } from '../shared/outcome.ts';
import { mainOf } from '../shared/relations.ts';
import { hasRole } from '../shared/roles.ts';
import { scaleName } from '../shared/scale.ts';
import { type Settings, settingsOf } from '../shared/settings.ts';
import type { MoveName } from '../shared/work.ts';
import { checkedNow, nextMove } from '../shared/work-now.ts';
import { type Command, doing, type Sight } from './commands.ts';

const noParts: readonly AnyPart[] = [];

const isThere = ({ article }: Sight, claim: string): boolean => {
  const record = article.claims.get(claim);
  return record !== undefined && !record.withdrawn && mainOf(article.claims, claim) === claim;
};

/** Moves the work on a claim, bound to what its reviewer has before them. */
export const moveWork = (claim: string, move: MoveName, reason = ''): Command =>
  doing((sight) => {
    if (!isThere(sight, claim)) return noParts;
    return [{ kind: 'work.move', claim, move, reason, judged: checkedNow(sight.article, claim, sight.reviewer.id) }];
  });

/** The next move of the work on a claim for whoever looks; nothing when it is for others, or done, or waits while work is blind. */
export const nextMoveIn = (sight: Sight, claim: string): MoveName | undefined => {
  const { article, reviewer } = sight;
  if (!isThere(sight, claim) || settingsOf(article).blind !== 'no') return undefined;
  return nextMove(article, claim, reviewer.id, (role) => hasRole(reviewer.role, role));
};

/** Makes the next move of the work on the open claim. */
export const moveOn: Command = (sight, dispatch) => {
  const move = sight.claim === undefined ? undefined : nextMoveIn(sight, sight.claim);
  return sight.claim !== undefined && move !== undefined && moveWork(sight.claim, move)(sight, dispatch);
};

/** Decides what a claim comes to, over the verdicts and the rule. */
export const decideOutcome = (claim: string, rating: string, rationale: string): Command =>
  doing((sight) => {
    const { article, newId, reviewer } = sight;
    if (!isThere(sight, claim)) return noParts;
    const scale = scaleName(settingsOf(article).scale);
    const judged = judgedNow(article, claim, reviewer.id);
    return [{ kind: 'outcome.decide', decision: newId(), claim, scale, rating, rationale, judged }];
  });

/** Takes a decision back: the verdicts count again. */
export const undecideOutcome = (decision: string): Command => doing(() => [{ kind: 'outcome.undecide', decision }]);

/** Shows everyone what is hidden while work is blind. */
export const reveal: Command = (sight, dispatch) =>
  settingsOf(sight.article).blind !== 'no' && configureArticle({ blind: 'no' })(sight, dispatch);

/** Decides otherwise for the article. */
export const configureArticle = (settings: Partial<Settings>): Command =>
  doing(() => [{ kind: 'article.configure', settings }]);
