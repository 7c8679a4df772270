import type { AccountOperations } from './accounts.ts';
import type { ArticleOperations } from './articles.ts';
import type { DeskOperations } from './desk.ts';
import type { OutOperations } from './out.ts';
import type { PeopleOperations } from './people.ts';
import type { PublicOperations } from './public.ts';
import type { SearchOperations } from './search.ts';
import type { SourceOperations } from './sources.ts';
import type { VersionOperations } from './versions.ts';
import type { WorkOperations } from './work.ts';

/** What can be asked. */
export interface Operations
  extends PeopleOperations,
    AccountOperations,
    DeskOperations,
    ArticleOperations,
    VersionOperations,
    WorkOperations,
    SourceOperations,
    SearchOperations,
    OutOperations,
    PublicOperations {}
