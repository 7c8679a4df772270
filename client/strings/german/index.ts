import type { Messages } from '../index.ts';
import { claimList } from './claim-list.ts';
import { commands } from './commands.ts';
import { coverage } from './coverage.ts';
import { discussion } from './discussion.ts';
import { blind } from './later/blind.ts';
import { desk } from './later/desk.ts';
import { history } from './later/history.ts';
import { newArticle } from './later/new-article.ts';
import { openClaim } from './later/open-claim.ts';
import { screens } from './later/screens.ts';
import { threads } from './later/threads.ts';
import { webhooks } from './later/webhooks.ts';
import { news } from './news.ts';
import { received } from './received.ts';
import { shell } from './shell.ts';
import { tables } from './tables.ts';
import { work } from './work.ts';
import { workspace } from './workspace.ts';

/** Every message of the interface in German. */
export const german: Messages = {
  ...shell,
  ...news,
  ...workspace,
  ...work,
  ...discussion,
  ...claimList,
  ...commands,
  ...coverage,
  ...tables,
  ...newArticle,
  ...openClaim,
  ...threads,
  ...history,
  ...screens,
  ...desk,
  ...webhooks,
  ...received,
  ...blind,
};
