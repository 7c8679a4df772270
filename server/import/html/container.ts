import type { RemovalReason } from '../reading.ts';
import type { Sight } from './sights.ts';
import type { Element } from './tree.ts';

const SHARE = 0.8;
const SHORT = 0.2;
const HOLDS = /^(?:html|body|div|main|article|section|td|center|form|span|a)$/;

/** The innermost element that holds nearly all prose of a page that is not in another of its parts; nothing when there is none. */
export const containerOf = (
  sights: readonly Sight[],
  zones: readonly (RemovalReason | undefined)[],
): Element | undefined => {
  const masses = new Map<Element, number>();
  sights.forEach(({ piece, weight, density, readable, said }, at) => {
    // An article of short lines has a little mass, too.
    const mass = weight * (said ? 4 : readable ? 3 : 1) + (readable && density < 0.5 ? SHORT : 0);
    if (zones[at] || mass === 0) return;
    for (const element of piece.path) masses.set(element, (masses.get(element) ?? 0) + mass);
  });
  // Descends into the heaviest part as long as it holds nearly all.
  let best: Element | undefined;
  let most = 0;
  for (const [element, mass] of masses) {
    if (best === undefined) {
      best = element;
      most = mass;
    } else if (HOLDS.test(element.tagName) && isIn(element, best) && mass >= most * SHARE) {
      best = element;
      most = mass;
    }
  }
  return best;
};

const isIn = (element: Element, outer: Element): boolean => {
  for (let node = element.parentNode; node; node = 'parentNode' in node ? node.parentNode : null)
    if (node === outer) return true;
  return false;
};
