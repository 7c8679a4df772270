/**
 * The tables, in steps that are only ever added to: the step at index N brings a database from version N to N + 1.
 * Standard SQL that SQLite and PostgreSQL both read; column names are those of the contracts, quoted where a capital is in them.
 */
export const MIGRATIONS: readonly string[] = [
  `
  create table articles (
    id text not null primary key,
    "createdAt" text not null,
    "updatedAt" text not null,
    version integer not null,
    summary text not null
  );
  create index "articlesNewest" on articles ("createdAt", id);

  create table entries (
    article text not null references articles (id),
    version integer not null,
    reviewer text not null,
    "opId" text not null,
    "opHash" text not null,
    body text not null,
    primary key (article, version),
    unique (article, reviewer, "opId")
  );

  create table snapshots (
    article text not null,
    version integer not null,
    body text not null,
    primary key (article, version),
    foreign key (article, version) references entries (article, version)
  );

  create table reviewers (
    id text not null primary key,
    email text not null,
    "emailKey" text not null unique,
    name text not null,
    role text not null,
    colour text not null,
    "createdAt" text not null,
    "disabledAt" text
  );

  create table secrets (
    hash text not null primary key,
    kind text not null,
    reviewer text references reviewers (id),
    role text,
    label text not null,
    "createdAt" text not null,
    "expiresAt" text,
    "usedAt" text,
    "revokedAt" text
  );
  create index "secretsReviewer" on secrets (reviewer);
  `,
  `
  create table desk (
    version integer not null primary key,
    reviewer text not null,
    at text not null,
    body text not null
  );
  `,
  // Old entries move into blocks, so a snapshot can no longer refer to its entry. SQLite has `bytea` for a blob as PostgreSQL does.
  `
  create table blocks (
    article text not null references articles (id),
    first integer not null,
    last integer not null,
    operations bytea not null,
    bytes bytea not null,
    primary key (article, last)
  );

  create table "newSnapshots" (
    article text not null references articles (id),
    version integer not null,
    body text not null,
    primary key (article, version)
  );
  insert into "newSnapshots" select article, version, body from snapshots;
  drop table snapshots;
  alter table "newSnapshots" rename to snapshots;
  `,
  `
  create table notices (
    id text not null primary key,
    reviewer text not null,
    article text not null references articles (id),
    at text not null,
    body text not null,
    "readAt" text
  );
  create index "noticesNewest" on notices (reviewer, at, id);

  create table tasks (
    article text not null references articles (id),
    claim text not null,
    assignee text not null,
    state text not null,
    due text not null,
    body text not null,
    primary key (article, claim)
  );
  create index "tasksAssignee" on tasks (assignee);
  create index "tasksState" on tasks (state);

  create table news (
    article text not null primary key references articles (id),
    version integer not null
  );

  create table webhooks (
    id text not null primary key,
    url text not null,
    secret text not null,
    "createdAt" text not null,
    "createdBy" text not null
  );

  create table deliveries (
    id text not null primary key,
    webhook text not null references webhooks (id),
    body text not null,
    "createdAt" text not null,
    "nextAt" text,
    attempts integer not null,
    outcome text not null,
    "takenAt" text
  );
  create index "deliveriesDue" on deliveries ("nextAt");
  create index "deliveriesNewest" on deliveries (webhook, "createdAt", id);

  create table seen (
    reviewer text not null,
    article text not null references articles (id),
    claim text not null,
    version integer not null,
    primary key (reviewer, article, claim)
  );
  `,
  `
  create table captures (
    id text not null primary key,
    article text not null references articles (id),
    at text not null,
    state text not null,
    body text not null
  );
  create index "capturesArticle" on captures (article, at, id);
  create index "capturesState" on captures (state);
  `,
  `
  create table watches (
    article text not null references articles (id),
    source text not null,
    "nextAt" text,
    marks integer not null,
    body text not null,
    primary key (article, source)
  );
  create index "watchesDue" on watches ("nextAt");
  create index "watchesMarked" on watches (marks);

  create table looks (
    id text not null primary key,
    article text not null references articles (id),
    source text not null,
    at text not null,
    body text not null
  );
  create index "looksNewest" on looks (article, source, at, id);
  `,
  `
  create table library (
    article text not null primary key references articles (id),
    version integer not null,
    title text not null
  );

  create table "librarySources" (
    article text not null references articles (id),
    source text not null,
    "key" text not null,
    kind text not null,
    at text not null,
    open integer not null,
    words text not null,
    body text not null,
    primary key (article, source)
  );
  create index "librarySourcesKey" on "librarySources" ("key", at);
  `,
  `
  alter table captures rename to "capturesBefore";
  create table captures (
    id text not null,
    article text not null references articles (id),
    at text not null,
    state text not null,
    body text not null,
    primary key (article, id)
  );
  insert into captures (id, article, at, state, body) select id, article, at, state, body from "capturesBefore";
  drop table "capturesBefore";
  create index "capturesArticle" on captures (article, at, id);
  create index "capturesState" on captures (state);
  `,
  // What there was before opens everything, as it did.
  `
  alter table secrets add column scopes text;
  `,
  `
  create table batches (
    id text not null primary key,
    at text not null,
    state text not null,
    body text not null
  );
  create index "batchesNewest" on batches (at, id);

  create table "batchItems" (
    id text not null primary key,
    batch text not null references batches (id),
    nth integer not null,
    "key" text not null,
    state text not null,
    body text not null,
    unique (batch, "key")
  );
  create index "batchItemsKey" on "batchItems" ("key", state);
  `,
  `
  create table answers (
    reviewer text not null,
    "key" text not null,
    request text not null,
    at text not null,
    body text not null,
    primary key (reviewer, "key")
  );
  create index "answersOldest" on answers (at);
  `,
  `
  create table reports (
    article text not null references articles (id),
    sha256 text not null,
    number integer not null,
    slug text not null,
    at text not null,
    sealed integer not null,
    body text not null,
    page bytea not null,
    embed bytea not null,
    primary key (article, sha256)
  );
  create index "reportsSlug" on reports (slug, number);
  create index "reportsNewest" on reports (at, article);
  `,
  // Sessions that were opened before know neither where from nor by what.
  `
  alter table secrets add column address text;
  alter table secrets add column "openedBy" text;
  `,
  `
  create table passwords (
    reviewer text not null primary key references reviewers (id),
    hash text not null,
    "changedAt" text not null
  );

  create table "accountEvents" (
    id text not null primary key,
    at text not null,
    what text not null,
    reviewer text,
    "by" text,
    address text not null,
    device text not null
  );
  create index "accountEventsNewest" on "accountEvents" (at, id);
  `,
  // Nobody was a guest before.
  `
  alter table reviewers add column article text;
  alter table reviewers add column link text;
  alter table secrets add column article text;
  create index "secretsArticle" on secrets (article);
  create index "reviewersLink" on reviewers (link);
  `,
  `
  create table passkeys (
    id text not null primary key,
    reviewer text not null references reviewers (id),
    name text not null,
    "publicKey" text not null,
    counter double precision not null,
    transports text not null,
    "createdAt" text not null,
    "usedAt" text
  );
  create index "passkeysReviewer" on passkeys (reviewer);
  `,
  // What is the hash of a report's address is no word of its title; `files` are hashes of bytes that are to be removed.
  `
  create table tombstones (
    article text not null primary key,
    entries integer not null,
    first text not null,
    last text not null,
    at text not null,
    "by" text not null,
    reports text not null,
    files text not null,
    finished integer not null
  );
  `,
  // Tombstones from before have no seal. Of who was deleted there is the id, so that nobody has it again, and the name does not come back.
  `
  alter table tombstones add column seal text not null default '';

  create table "formerReviewers" (
    id text not null primary key,
    at text not null,
    "by" text not null,
    finished integer not null
  );
  `,
  // Of sessions from before it is not known by what they were opened.
  `
  create table identities (
    issuer text not null,
    subject text not null,
    reviewer text not null references reviewers (id),
    name text not null,
    "createdAt" text not null,
    "usedAt" text,
    primary key (issuer, subject),
    unique (issuer, reviewer)
  );
  create index "identitiesReviewer" on identities (reviewer);
  alter table secrets add column way text;
  `,
  // Of invitations from before it is not known who made them; none was sent anywhere.
  `
  alter table secrets add column email text;
  alter table secrets add column "by" text;
  `,
  // Of emails from before it is not known whether they were more than typed.
  `
  alter table reviewers add column "emailProvenAt" text;
  alter table secrets add column "mailedAt" text;
  alter table "accountEvents" add column article text;
  alter table "accountEvents" add column format text;
  `,
  // Of sessions from before there is no ID token.
  `
  alter table secrets add column "idToken" text;
  `,
];
