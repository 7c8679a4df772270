import { ROUTES } from '../../server/api/index.ts';
import { LIMITS, PERMISSION, type Permission } from '../../shared/permission.ts';
import { ROLES } from '../../shared/roles.ts';

const HEAD = `# Who may do what

Drawn from \`shared/permission.ts\` and the routes of \`server/api/index.ts\` by \`node test/support/permissions-page.ts > docs/permissions.md\`; a test
holds it to them. Each role may do all that the ones before it may. That the server keeps to it is held against a list written by hand
(\`test/support/permission-list.ts\`) in \`test/server/api/permissions.test.ts\`.
`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |\n`).join('');

/** The page about who may do what, as the code has it. */
export const permissionsPage = (): string =>
  [
    HEAD,
    '## Roles\n',
    table(['role', 'may'], Object.entries(ROLES)),
    '## What happens to an article\nChecked at its place in the log, on the socket as over HTTP (T7).\n',
    table(
      ['kind', 'from', 'within'],
      Object.entries<Permission>(PERMISSION).map(([kind, { from, within = [] }]) => [
        `\`${kind}\``,
        from,
        within.map((limit) => LIMITS[limit]).join('; '),
      ]),
    ),
    '## What is asked over HTTP\nA token opens what its scopes say, and never more than its person’s role.\n',
    table(
      ['route', 'from', 'scope of a token'],
      ROUTES.map((route) => [
        `\`${route.method.toUpperCase()} ${route.path}\``,
        route.needs === 'nobody' ? 'everyone' : route.needs,
        route.needs === 'nobody' ? '' : route.scope,
      ]),
    ),
  ].join('\n');

if (import.meta.main) process.stdout.write(permissionsPage());
