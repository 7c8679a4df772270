import { SHIPPED } from '../../../shared/scales.ts';
import { type Settings, settingsOf } from '../../../shared/settings.ts';
import { asks } from './asking.ts';
import { adjusts, marks, reanchors, records, setsAside, works } from './claiming.ts';
import type { Deed } from './deed.ts';
import { answers, discusses, suggests } from './discussing.ts';
import { marksWithReasons, reasons, redoesReasons, undoesReasons } from './reasoning.ts';
import { deletes, drags, joins, replacesAll, restores, restyles, splits, types, typesOn, typesOver } from './typing.ts';

const locks: Deed = (person, luck) => {
  person.does([{ kind: luck.likely(0.35) ? 'article.lock' : 'article.unlock' }]);
};

const decides: Deed = (person, luck) => {
  const { scale } = settingsOf(person.session.visible);
  const settings: Partial<Settings> = luck.pick([
    { rule: luck.pick(['agree', 'majority', 'mean', 'lead'] as const) },
    { checks: luck.pick([0, 1, 2] as const) },
    { scale: luck.pick(SHIPPED) },
    { scale: { ...scale, version: scale.version + 1, name: person.id } },
  ]);
  person.does([{ kind: 'article.configure', settings }]);
};

/** Hides people's work from each other, or reveals it. */
export const blinds: Deed = (person, luck) => {
  person.does([{ kind: 'article.configure', settings: { blind: luck.pick(['no', 'verdicts', 'all'] as const) } }]);
};

const takesBack: Deed = (person) => person.takesBack();

const undoes: Deed = (person) => person.undoes();

const redoes: Deed = (person) => person.redoes();

/** What people do, each with its weight among all. */
export const DEEDS: readonly (readonly [weight: number, deed: Deed])[] = [
  [22, types],
  [8, typesOn],
  [14, deletes],
  [8, typesOver],
  [5, splits],
  [4, joins],
  [3, drags],
  [4, restyles],
  [1, replacesAll],
  [10, marks],
  [8, records],
  [4, setsAside],
  [6, works],
  [4, reanchors],
  [3, adjusts],
  [5, discusses],
  [3, asks],
  [4, suggests],
  [5, answers],
  [2, locks],
  [1, decides],
  [2, restores],
  [3, takesBack],
  [8, undoes],
  [3, redoes],
  [16, reasons],
  [2, marksWithReasons],
  [3, undoesReasons],
  [1, redoesReasons],
];
