import type { Article } from '../shared/article.ts';
import type { ClaimFields } from '../shared/claim.ts';
import type { EvidenceFields } from '../shared/evidence.ts';
import type { Finding } from '../shared/look.ts';
import { type AnyPart, whyNot } from '../shared/operations/index.ts';
import { judgedNow, verdictBy } from '../shared/outcome.ts';
import type { Quote } from '../shared/quote.ts';
import { isReworded, rationaleOf, rationaleWords } from '../shared/rationale.ts';
import { mainOf } from '../shared/relations.ts';
import { hasRole, type Reviewer } from '../shared/roles.ts';
import { offered, scaleName } from '../shared/scale.ts';
import { settingsOf } from '../shared/settings.ts';
import { isBlindTo } from '../shared/sight.ts';
import type { SourceFields } from '../shared/source.ts';
import type { Verdict } from '../shared/verdict.ts';
import { claimOrder, idsOf, neighbour } from './claim-order.ts';
import type { ScreenAct } from './screen-acts.ts';
import { placeAndQuote, trimmed, type Words } from './words-selected.ts';

/** What a command sees. */
export interface Sight {
  readonly article: Article;
  readonly reviewer: Reviewer;
  /** The claim whose card is open. */
  readonly claim: string | undefined;
  /** The thread or correction that is shown among the others. */
  readonly remark?: string | undefined;
  readonly selection: Words;
  /** The claims as they are listed now; without it, all in the order of their words. */
  readonly listed?: readonly string[];
  /** Whether typing changes the text. */
  readonly editing: boolean;
  /** How many pieces that could not be merged lie in the tray. */
  readonly tray?: number;
  /** The sentences that are suggested, in the order of the text. */
  readonly suggestions?: readonly (Words & { readonly sentence: string; readonly isStrong?: boolean })[];
  /** A fresh id, different at each call. */
  readonly newId: () => string;
}

/** What a command brings about. */
export interface Effect {
  readonly parts?: readonly AnyPart[];
  /** All parts, or none. */
  readonly atomic?: true;
  /** The claim whose card opens; null closes it. */
  readonly claim?: string | null;
  /** The form that opens in the card. */
  readonly form?:
    | 'source'
    | 'calculation'
    | 'ask'
    | 'rationale'
    | 'part'
    | 'elsewhere'
    | 'comment'
    | 'note'
    | 'correction';
  /** The thread or correction that is shown among the others; null shows none. */
  readonly remark?: string | null;
  /** Something that is begun to be written about words, and under which name its draft is kept. */
  readonly begins?: {
    readonly draft: string;
    readonly place: Words;
    readonly quote: Quote;
    /** What it begins with. */
    readonly said?: { readonly to: string; readonly why: string };
  };
  /** The correction of which it is asked why it is declined. */
  readonly declines?: string;
  readonly editing?: boolean;
  /** Undo takes it back together with what was done just before it. */
  readonly goesOn?: true;
  /** The selected words have been used. */
  readonly unselect?: true;
  /** What is done to the screen alone. */
  readonly screen?: ScreenAct;
  /** The sentence that is not to be suggested again. */
  readonly dismiss?: string;
}

/** Whether something can be done now; with `dispatch` it is done. Button and key ask the same function. */
export type Command = (sight: Sight, dispatch?: (effect: Effect) => void) => boolean;

/** Whether the reviewer may do something to the article as it stands here; the server asks again (T7). */
const may = ({ article, reviewer }: Sight, part: AnyPart): boolean => whyNot(article, part, reviewer) === undefined;

/** A command that performs parts, all or none; it can be run where there are some and each is allowed. */
export const doing =
  (parts: (sight: Sight) => readonly AnyPart[], more: (parts: readonly AnyPart[]) => Effect = () => ({})): Command =>
  (sight, dispatch) => {
    const made = parts(sight);
    if (made.length === 0 || !made.every((part) => may(sight, part))) return false;
    dispatch?.({ parts: made, ...(made.length > 1 && { atomic: true }), ...more(made) });
    return true;
  };

/** Nothing to do. */
export const noParts: readonly AnyPart[] = [];

/** Marks the selected words as a claim and opens its card. */
export const markClaim = (fields: Partial<ClaimFields> = {}): Command =>
  doing(
    ({ article, selection, newId }) => {
      const words = trimmed(article.doc, selection);
      return words ? [{ kind: 'claim.mark', claim: newId(), ...placeAndQuote(article.doc, words), fields }] : noParts;
    },
    ([part]) => ({ unselect: true, ...(part?.kind === 'claim.mark' && { claim: part.claim }) }),
  );

/** Marks the selected words as something that cannot be checked. */
export const markUncheckable = markClaim({ kind: 'uncheckable' });

/** Puts an orphaned claim on the selected words. */
export const reanchorClaim = (claim: string): Command =>
  doing(
    ({ article, selection }) => {
      const words = trimmed(article.doc, selection);
      const orphaned = article.anchors.get(claim)?.state === 'orphaned';
      return words && orphaned ? [{ kind: 'claim.reanchor', claim, ...placeAndQuote(article.doc, words) }] : noParts;
    },
    () => ({ claim, unselect: true }),
  );

/** Changes fields of a claim. */
export const reviseClaim = (claim: string, fields: Partial<ClaimFields>): Command =>
  doing(() => [{ kind: 'claim.revise', claim, fields }]);

export const withdrawClaim = (claim: string): Command => doing(() => [{ kind: 'claim.withdraw', claim }]);

export const reinstateClaim = (claim: string): Command =>
  doing(
    () => [{ kind: 'claim.reinstate', claim }],
    () => ({ claim }),
  );

/** Attaches a source to a claim: one that the article has, or a new one, which is added in the same operation. */
export const attachSource = (
  claim: string,
  source: string | Partial<SourceFields>,
  fields: Partial<EvidenceFields>,
): Command =>
  doing(({ newId }) => {
    const id = typeof source === 'string' ? source : newId();
    const attach: AnyPart = { kind: 'evidence.attach', evidence: newId(), claim, source: id, fields };
    return typeof source === 'string' ? [attach] : [{ kind: 'source.add', source: id, fields: source }, attach];
  });

/** Changes what is said of a piece of evidence. */
export const reviseEvidence = (evidence: string, fields: Partial<EvidenceFields>): Command =>
  doing(() => [{ kind: 'evidence.revise', evidence, fields }]);

/** Says of what stands at a source's address by now that it makes no difference to evidence. */
export const upholdEvidence = ({ evidence, state, after, capture, sha256 }: Finding): Command =>
  doing(() => [{ kind: 'evidence.uphold', evidence, state, words: after, capture, sha256 }]);

export const withdrawEvidence = (evidence: string): Command => doing(() => [{ kind: 'evidence.withdraw', evidence }]);

/** Whether a verdict was signed with the words that its claim's rationale has now; own words stand until there are some. */
export const isSigned = ({ rationales }: Article, verdict: Verdict): boolean =>
  verdict.shared ? !isReworded(rationales, verdict) : rationaleWords(rationaleOf(rationales, verdict.claim)) === '';

/**
 * Gives a verdict, signed with words of one's own where there are; else with the rationale of its claim as it stands here; where there is
 * none, or it is hidden, with one's own last words.
 */
export const giveVerdict = (claim: string, rating: string, rationale?: string): Command =>
  doing(({ article, reviewer, newId }) => {
    const own = verdictBy(article, claim, reviewer.id);
    const scale = scaleName(settingsOf(article).scale);
    const words = rationaleWords(rationaleOf(article.rationales, claim));
    const last = own?.shared ? undefined : own?.rationale;
    const alone = rationale ?? (isBlindTo(article) ? (own?.rationale ?? '') : words === '' ? last : undefined);
    const said = alone !== undefined ? { rationale: alone } : { rationale: words, shared: true as const };
    const shown = article.claims.get(claim);
    if (!shown || shown.withdrawn || mainOf(article.claims, claim) !== claim) return noParts;
    if (!offered(settingsOf(article).scale).some(({ id }) => id === rating)) return noParts;
    const judged = judgedNow(article, claim, reviewer.id);
    return [{ kind: 'verdict.give', verdict: newId(), claim, scale, rating, ...said, judged }];
  });

/** Gives the rating at a place of the scale to the claim whose card is open, and asks why. */
export const rate =
  (place: number): Command =>
  (sight, dispatch) => {
    const rating = offered(settingsOf(sight.article).scale)[place];
    if (!rating || sight.claim === undefined) return false;
    const give = giveVerdict(sight.claim, rating.id);
    return give(sight, dispatch && ((effect) => dispatch({ ...effect, form: 'rationale' })));
  };

/** Takes one's own verdict on a claim back, as it stands when the command runs: giving it again has made it another since it was shown. */
export const withdrawVerdict = (claim: string): Command =>
  doing(({ article, reviewer }) => {
    const own = verdictBy(article, claim, reviewer.id);
    return own ? [{ kind: 'verdict.withdraw', verdict: own.id }] : noParts;
  });

export const lockText: Command = doing(({ article }) => (article.lock ? noParts : [{ kind: 'article.lock' }]));

export const unlockText: Command = doing(({ article }) => (article.lock ? [{ kind: 'article.unlock' }] : noParts));

const goTo =
  (step: 1 | -1): Command =>
  ({ article, claim, listed }, dispatch) => {
    const next = neighbour(listed ?? idsOf(claimOrder(article)), claim, step);
    if (next === undefined) return false;
    dispatch?.({ claim: next });
    return true;
  };

export const nextClaim = goTo(1);
export const previousClaim = goTo(-1);

const opening =
  (form: 'source' | 'calculation'): Command =>
  (sight, dispatch) => {
    const { claim } = sight;
    const record = claim === undefined ? undefined : sight.article.claims.get(claim);
    const isOwn = claim !== undefined && mainOf(sight.article.claims, claim) === claim;
    if (!record || !isOwn || record.withdrawn || !hasRole(sight.reviewer.role, 'annotator')) return false;
    dispatch?.({ form });
    return true;
  };

/** Opens the form for a source in the open card, and that for a calculation. */
export const addSource = opening('source');
export const addCalculation = opening('calculation');

/** Whether the reviewer may change the text now. */
export const mayEdit = ({ article, reviewer }: Sight): boolean => hasRole(reviewer.role, 'editor') && !article.lock;

/** Lets typing change the text. */
export const editText: Command = (sight, dispatch) => {
  if (sight.editing || !mayEdit(sight)) return false;
  dispatch?.({ editing: true });
  return true;
};

/** Goes one step back: out of the text, then out of what is said of a sentence that is suggested, out of the card, out of the selection. */
export const stepBack: Command = ({ editing, claim, selection: { from, to }, suggestions = [] }, dispatch) => {
  const isSuggested = suggestions.some((each) => each.from === from && each.to === to);
  const isOnWords = from < to && (claim === undefined || isSuggested);
  if (!editing && !isOnWords && claim === undefined) return false;
  dispatch?.(editing ? { editing: false } : isOnWords ? { unselect: true } : { claim: null });
  return true;
};

/** Puts an orphaned claim on words that came back from the clipboard. */
export const reanchorAt =
  (claim: string, words: Words): Command =>
  (sight, dispatch) =>
    reanchorClaim(claim)(
      { ...sight, selection: words },
      dispatch && (({ parts }) => dispatch({ ...(parts && { parts }), goesOn: true })),
    );
