import { claimRecord } from './claim-record.ts';
import { commands } from './commands.ts';
import { coverage } from './coverage.ts';
import { discussion } from './discussion.ts';
import { format, type PlacesOf } from './message.ts';
import { news } from './news.ts';
import { rationale } from './rationale.ts';
import { shell } from './shell.ts';
import { work } from './work.ts';
import { workspace } from './workspace.ts';

/** Every message of the interface, by key; a file of keys for each part of it. */
const catalogue = {
  ...shell,
  ...news,
  ...workspace,
  ...work,
  ...discussion,
  ...claimRecord,
  ...rationale,
  ...commands,
  ...coverage,
};

/** The language the messages are written in (BCP 47). */
export const LANGUAGE = 'en';

/** The key of a message. */
export type Key = keyof typeof catalogue;

/** A key whose message needs no values. */
export type PlainKey = { [K in Key]: [PlacesOf<(typeof catalogue)[K]>] extends [never] ? K : never }[Key];

type Values<K extends Key> = [PlacesOf<(typeof catalogue)[K]>] extends [never]
  ? []
  : [values: Readonly<Record<PlacesOf<(typeof catalogue)[K]>, string | number>>];

/** The message of a key: `t('articles.claims', { count: 3 })`. A missing value or an unknown key does not compile. */
export const t = <K extends Key>(key: K, ...values: Values<K>): string =>
  format(LANGUAGE, catalogue[key], values[0] ?? {});
