import { claimsAt } from './claim-order.ts';
import type { Command } from './commands.ts';
import type { ScreenAct } from './screen-acts.ts';

/** Does something to the screen, whatever the article is like. */
export const onScreen =
  (screen: ScreenAct): Command =>
  (_sight, dispatch) => {
    dispatch?.({ screen });
    return true;
  };

/** Does something to the screen where something is so. */
export const onScreenWhere =
  (isSo: (sight: Parameters<Command>[0]) => boolean, screen: ScreenAct): Command =>
  (sight, dispatch) =>
    isSo(sight) && onScreen(screen)(sight, dispatch);

/** Opens the claim in whose words the caret stands, the innermost one if none of them is open, and goes into its card. */
export const openHere: Command = ({ article, claim, selection }, dispatch) => {
  const here = claimsAt(article.anchors, (id) => article.claims.get(id)?.withdrawn === undefined, selection.from);
  const found = here.find((id) => id === claim) ?? here.find((id) => article.claims.has(id));
  if (found === undefined) return false;
  dispatch?.({ claim: found, screen: { go: 'card' } });
  return true;
};

/** Goes from the card to the words of its claim, or where they were. */
export const backToText: Command = ({ article, claim }, dispatch) => {
  const anchor = claim === undefined ? undefined : article.anchors.get(claim);
  if (!anchor) return false;
  dispatch?.({ screen: { select: { from: anchor.from, to: anchor.from } } });
  return true;
};
