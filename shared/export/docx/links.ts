import { isSafeAddress } from '../../parsing.ts';
import type { Relation } from '../ooxml/package.ts';
import { webAddress } from '../web-address.ts';
import type { LinkTo } from './runs.ts';

/** The addresses that links lead to, each once. */
export interface Links {
  readonly linkTo: LinkTo;
  readonly relations: () => readonly Relation[];
}

const mailAddress = (address: string): string =>
  /^mailto:[\w.!#$%&'*+/=?^`{|}~@,;:-]+$/i.test(address) && isSafeAddress(address) ? address : '';

/** Links, none of them used yet. */
export const linksOf = (): Links => {
  const ids = new Map<string, string>();
  return {
    linkTo: (given) => {
      const address = webAddress(given) || mailAddress(given);
      if (address === '') return '';
      const id = ids.get(address) ?? `rIdLink${ids.size + 1}`;
      ids.set(address, id);
      return id;
    },
    relations: () => [...ids].map(([target, id]) => ({ id, type: 'hyperlink', target, isOutside: true })),
  };
};
