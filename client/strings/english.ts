import { claimRecord } from './claim-record.ts';
import { commands } from './commands.ts';
import { coverage } from './coverage.ts';
import { discussion } from './discussion.ts';
import { news } from './news.ts';
import { rationale } from './rationale.ts';
import { shell } from './shell.ts';
import { tables } from './tables.ts';
import { work } from './work.ts';
import { workspace } from './workspace.ts';

/** Every message of the interface, by key; a file of keys for each part of it. */
export const english = {
  ...shell,
  ...news,
  ...workspace,
  ...work,
  ...discussion,
  ...claimRecord,
  ...rationale,
  ...commands,
  ...coverage,
  ...tables,
};
