import type { FirstMessages } from '../index.ts';
import { claimList } from './claim-list.ts';
import { commands } from './commands.ts';
import { coverage } from './coverage.ts';
import { discussion } from './discussion.ts';
import { news } from './news.ts';
import { received } from './received.ts';
import { shell } from './shell.ts';
import { tables } from './tables.ts';
import { work } from './work.ts';
import { workspace } from './workspace.ts';

/** The messages that the first screens need, in German. */
export const german: FirstMessages = {
  ...shell,
  ...news,
  ...workspace,
  ...work,
  ...discussion,
  ...claimList,
  ...commands,
  ...coverage,
  ...tables,
  ...received,
};
