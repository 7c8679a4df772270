import type { Declined } from '../own-look.ts';
import { address, own, record, text } from '../parsing.ts';
import { type Kind, type Part, refuse } from './kind.ts';
import { WHY_LIMIT } from './received.ts';

/** Says that what stands at the article's own address by now was seen and is not taken over. */
export interface DeclineVersion extends Part, Pick<Declined, 'address' | 'text' | 'why'> {
  readonly kind: 'article.decline';
}

const declineVersion: Kind<DeclineVersion> = {
  parse: (value, where) => {
    const fields = record(value, where);
    return {
      address: address(own(fields, 'address'), `${where}.address`),
      text: text(64)(own(fields, 'text'), `${where}.text`),
      why: text(WHY_LIMIT)(own(fields, 'why') ?? '', `${where}.why`),
    };
  },
  apply: (article, { address: url, text: name, why }, act) => {
    const { declined = [] } = article;
    // A page can be gone again after it was back: that is told by when it was said.
    if (name !== '' && declined.some((each) => each.address === url && each.text === name)) return refuse('no-change');
    return { ...article, declined: [...declined, { address: url, text: name, why, ...act }] };
  },
};

/** What can be said of a version that stands elsewhere. */
export const declinedKinds = { 'article.decline': declineVersion } as const;
