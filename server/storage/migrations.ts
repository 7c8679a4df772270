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
];
