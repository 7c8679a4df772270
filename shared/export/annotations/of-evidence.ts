import { type Evidence, STANCES } from '../../evidence.ts';
import { type Pin, placeInWords } from '../../pin.ts';
import { SOURCE_FIELDS, sourceName } from '../../source.ts';
import { mediaFragment } from '../../time-code.ts';
import type { Edition } from '../format.ts';
import { webAddress } from '../web-address.ts';
import { addressOf, annotation, claimAt, type Json, quoteSelector, textual } from './annotation.ts';

const fragment = (conformsTo: string, value: string, refinedBy?: Json): Json => ({
  ...{ type: 'FragmentSelector', conformsTo, value, ...(refinedBy && { refinedBy }) },
});

/** Where in its source evidence is: the page of a PDF (RFC 3778), the time of a recording (Media Fragments), and the words there. */
const placeSelectors = ({ passage, pin, time }: Evidence): { readonly selector?: Json } => {
  const quote = pin === '' ? { exact: passage, prefix: '', suffix: '' } : pin.quote;
  const words = quote.exact === '' || (pin !== '' && pin.isWholePage) ? undefined : quoteSelector(quote);
  const page = pin !== '' && pin.page !== undefined && `page=${pin.page}`;
  if (time !== '') return { selector: fragment('http://www.w3.org/TR/media-frags/', mediaFragment(time), words) };
  if (page) return { selector: fragment('http://tools.ietf.org/rfc/rfc3778', page, words) };
  return words ? { selector: words } : {};
};

/** The source as it is cited: by its address, with the passage as a selector in it; by name where it has none. */
const citedBodies = (edition: Edition, evidence: Evidence): readonly Json[] => {
  const source = edition.article.sources.get(evidence.source);
  if (!source) throw new Error(`the evidence ${evidence.id} has no source`);
  const { passage, pin, time } = evidence;
  const address = webAddress(source.url);
  const worked = textual('describing', SOURCE_FIELDS.calculation.show(source.calculation), {
    'touchstone:field': 'calculation',
  });
  const when = textual('describing', time, { 'touchstone:field': 'time' });
  if (address === '')
    return [...textual('identifying', sourceName(source)), ...textual('describing', passage), ...when, ...worked];
  const selector = placeSelectors(evidence);
  const seen = pin !== '' && {
    'touchstone:capture': {
      'touchstone:sha256': pin.sha256,
      ...(pin.cell && { 'touchstone:cell': placeInWords({ cell: pin.cell } as Pin) }),
    },
  };
  const cited = { type: 'SpecificResource', source: address, purpose: 'linking', ...selector, ...seen };
  return [cited, ...textual('identifying', source.title), ...worked];
};

export const linking = (edition: Edition, evidence: Evidence): Json =>
  annotation(edition, {
    id: addressOf(edition, 'evidence', evidence.id),
    motivation: 'linking',
    reviewer: evidence.reviewer,
    created: evidence.attachedAt,
    body: [
      ...citedBodies(edition, evidence),
      ...textual('classifying', evidence.stance && STANCES[evidence.stance], { 'touchstone:stance': evidence.stance }),
      ...textual('commenting', evidence.note),
    ],
    target: claimAt(edition, evidence.claim, evidence.attachedAt),
  });
