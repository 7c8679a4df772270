import { access } from './access.ts';
import { account } from './account.ts';
import { annotations } from './annotations.ts';
import { batch } from './batch.ts';
import { blind } from './blind.ts';
import { bubble } from './bubble.ts';
import { calculation } from './calculation.ts';
import { captures } from './captures.ts';
import { commandNames } from './commands.ts';
import { contacts } from './contacts.ts';
import { deletion } from './deletion.ts';
import { desk } from './desk.ts';
import { entrance } from './entrance.ts';
import { givenBack } from './given-back.ts';
import { history } from './history.ts';
import { invite } from './invite.ts';
import { menus } from './menus.ts';
import { newArticle } from './new-article.ts';
import { notices } from './notices.ts';
import { openClaim } from './open-claim.ts';
import { permission } from './permission.ts';
import { reasons } from './reasons.ts';
import { reports } from './reports.ts';
import { screens } from './screens.ts';
import { search } from './search.ts';
import { sources } from './sources.ts';
import { storing } from './storing.ts';
import { threads } from './threads.ts';
import { versions } from './versions.ts';
import { visibility } from './visibility.ts';
import { webhooks } from './webhooks.ts';

/** The messages of views whose code is fetched later, which come with it. */
export const later = {
  ...access,
  ...account,
  ...annotations,
  ...entrance,
  ...invite,
  ...newArticle,
  ...menus,
  ...notices,
  ...openClaim,
  ...search,
  ...sources,
  ...storing,
  ...threads,
  ...givenBack,
  ...history,
  ...screens,
  ...permission,
  ...reasons,
  ...reports,
  ...deletion,
  ...desk,
  ...webhooks,
  ...batch,
  ...blind,
  ...captures,
  ...bubble,
  ...calculation,
  ...commandNames,
  ...contacts,
  ...visibility,
  ...versions,
};
