import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { diskCaptureStore } from '../../../server/captures/disk-capture-store.ts';
import { smtpMailer } from '../../../server/mail/smtp-mailer.ts';
import { openPostgres } from '../../../server/storage/postgres.ts';
import { openSqlite } from '../../../server/storage/sqlite.ts';
import type { Stores } from '../../../server/storage/stores.ts';
import { FORMATS } from '../../../shared/export/index.ts';
import { type MailServer, startMailServer } from '../../support/a-mail-server.ts';
import { openSchema, postgresAnswers } from '../../support/a-postgres.ts';
import { canary } from '../../support/canaries.ts';
import { type Member, type RunningServer, startServer } from './a-server.ts';

/** Where all that is kept is looked through for some words; says where they stand. */
interface Kept {
  readonly stores: Stores;
  readonly with: (words: string) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** The files of a folder with some words in them, byte by byte. */
const filesWith = async (folder: string, words: string): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const file of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (file.isFile() && (await readFile(join(file.parentPath, file.name))).includes(words)) found.push(file.name);
  return found;
};

const keptInSqlite = async (folder: string): Promise<Kept> => ({
  stores: openSqlite(folder),
  with: (words) => filesWith(folder, words),
  close: async () => {},
});

/** The tables with a row that has the words in it, and the files. */
const keptInPostgres = async (folder: string): Promise<Kept> => {
  const schema = await openSchema();
  return {
    stores: await openPostgres(schema.url, () => {}),
    with: async (words) => {
      const { rows } = await schema.query("select tablename from pg_tables where schemaname = 'SCHEMA'");
      const found: string[] = [];
      for (const { tablename } of rows) {
        const sentence = `select 1 from SCHEMA."${tablename}" as kept where position($1 in kept::text) > 0 limit 1`;
        if ((await schema.query(sentence, [words])).rows.length > 0) found.push(tablename);
      }
      return [...found, ...(await filesWith(folder, words))];
    },
    close: schema.close,
  };
};

const holdsFor = (where: string, open: (folder: string) => Promise<Kept>): void => {
  describe(`deleting a person of a desk in ${where}`, function () {
    this.timeout(60_000);
    const [NAME, NAMED] = [canary('person'), canary('named')];
    const EMAIL = `${NAME}@example.org`;
    let folder: string;
    let kept: Kept;
    let mail: MailServer;
    let mailer: ReturnType<typeof smtpMailer>;
    let server: RunningServer;
    let admin: Member;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'touchstone-former-'));
      kept = await open(folder);
      mail = await startMailServer();
      mailer = smtpMailer({ url: mail.url, from: 'desk@example.org' });
      const captureStore = diskCaptureStore(join(folder, 'captures'));
      server = await startServer({ stores: kept.stores, captureStore, mailer });
      admin = await server.add('admin', 'Ada Admin');
    });
    after(async () => {
      await server.close();
      mailer.close();
      await mail.close();
      await kept.close();
      await rm(folder, { recursive: true });
    });

    const remove = (id: string, confirm: string, by = admin) =>
      server.ask('POST', `/api/reviewers/${id}/deletion`, { by, json: { confirm } });

    it('leaves no byte of their name and email, and what they did under an id', async () => {
      // Invited by a letter, so that the email stands in the invitation too.
      const invited = { role: 'lead', name: NAME, email: EMAIL };
      await server.ask('POST', '/api/invitations', { by: admin, json: invited });
      const [, secret] = /\/join\/(\S+)/.exec((await mail.letterTo(EMAIL)).words) ?? [];
      const joined = await server.ask('POST', '/api/join', {
        json: { secret, name: NAME, password: 'lunar cheese tribunal' },
      });
      const id: string = joined.json.reviewer.id;
      const cookie = joined.headers.get('set-cookie')?.split(';')[0] ?? '';
      const own = { cookie, origin: 'http://touchstone.test' };
      const { token } = (await server.ask('POST', '/api/tokens', { headers: own, json: { label: NAME } })).json;
      const ben: Member = { account: { ...admin.account, id }, token };
      const made = await server.ask('POST', '/api/articles', { by: ben, json: { text: 'The moon\n\nIt is round.' } });
      const article: string = made.json.id;
      const fields = { assignee: id };
      const mark = { kind: 'claim.mark', claim: 'c', quote: { exact: 'It is round.' }, fields };
      const json = { opId: 'o', base: 1, parts: [mark] };
      const done = await server.ask('POST', `/api/articles/${article}/operations`, { by: ben, json });
      assert.equal(done.status, 200, done.text);
      await server.ask('POST', '/api/invitations', { by: admin, json: { role: 'viewer', name: NAME } });
      const guests = { role: 'viewer', days: 1, label: NAME };
      await server.ask('POST', `/api/articles/${article}/guests`, { by: admin, json: guests });
      await server.ask('POST', '/api/password/forgot', { json: { email: EMAIL } });
      await mail.letterTo(EMAIL, 1);
      for (const words of [NAME, EMAIL]) assert.notDeepEqual(await kept.with(words), []);
      const log = (await server.ask('GET', `/api/articles/${article}/log`, { by: admin })).json.entries;

      assert.equal((await remove(id, NAME, ben)).status, 403);
      assert.deepEqual([(await remove(id, 'Somebody')).status, (await remove(id, NAME)).status], [422, 200]);
      assert.equal((await remove(id, 'again')).json.id, id);

      for (const words of [NAME, EMAIL]) assert.deepEqual(await kept.with(words), []);
      assert.equal((await server.ask('GET', '/api/session', { by: ben })).status, 401);
      assert.equal((await server.ask('GET', '/api/session', { headers: own })).status, 401);
      assert.deepEqual((await server.ask('GET', `/api/articles/${article}/log`, { by: admin })).json.entries, log);
      const people = await server.ask('GET', '/api/reviewers', { by: admin });
      assert.doesNotMatch(people.text, new RegExp(id));
      const back = { by: admin, json: { disabled: false } };
      assert.equal((await server.ask('PATCH', `/api/reviewers/${id}`, back)).status, 404);
      for (const format of ['csv', 'json']) {
        const { text } = await server.ask('GET', `/api/articles/${article}/export/${format}`, { by: admin });
        assert.doesNotMatch(text, new RegExp(NAME));
        assert.match(text, /A former member/);
      }
      const { events } = (await server.ask('GET', '/api/account-events', { by: admin })).json;
      assert.ok(events.some(({ what }: { what: string }) => what === 'person-deleted'));
    });

    it('names them nowhere but in the sealed log where a message named them, and no page that is open goes on to', async () => {
      const [vik, una] = [await server.add('annotator', NAMED), await server.add('annotator', 'una')];
      const text = 'The sun\n\nIt is hot.';
      const { id } = (await server.ask('POST', '/api/articles', { by: admin, json: { text } })).json;
      const said = `@${NAMED} and @Ada Admin: is it?`;
      const mentions = [
        { reviewer: vik.account.id, from: 0, to: NAMED.length + 1 },
        { reviewer: admin.account.id, from: NAMED.length + 6, to: NAMED.length + 16 },
      ];
      const opened = { kind: 'thread.open', thread: 't', quote: { exact: 'It is hot.' }, message: 'm', text: said };
      const json = { opId: 'o', base: 1, parts: [{ ...opened, mentions }] };
      const other = await server.add('annotator', 'kim');
      assert.deepEqual(
        (await server.ask('POST', `/api/articles/${id}/operations`, { by: other, json })).json.dropped,
        [],
      );
      const notices = async () => (await server.ask('GET', '/api/notices', { by: admin })).text;
      while (!(await notices()).includes(NAMED)) await new Promise(setImmediate);

      const open: Socket[] = [];
      const join = async (by: Member) => {
        const page = io(server.url, { transports: ['websocket'], forceNew: true, auth: { token: by.token } });
        open.push(page);
        return { page, ...(await page.emitWithAck('join', { article: id })) };
      };
      try {
        const before = await join(una);
        assert.equal(before.people[vik.account.id].name, NAMED);
        const told = once(before.page as never, 'people');
        assert.equal((await remove(vik.account.id, NAMED)).status, 200);
        const [{ people }] = (await told) as [{ people: Record<string, { name: string }> }];
        assert.equal(people[vik.account.id]?.name, 'A former member');
        assert.equal((await join(other)).people[vik.account.id].name, 'A former member');
      } finally {
        for (const page of open) page.disconnect();
      }
      assert.equal((await notices()).includes(NAMED), false);
      assert.match(await notices(), /@A former member and @Ada Admin: is it\?/);
      const view = await server.ask('GET', `/api/articles/${id}`, { by: admin });
      assert.equal(view.text.includes(NAMED), false);
      assert.deepEqual(
        view.json.threads[0].messages[0].mentions.map(({ from, to }: { readonly from: number; readonly to: number }) =>
          view.json.threads[0].messages[0].text.slice(from, to),
        ),
        ['@A former member', '@Ada Admin'],
      );
      const naming: string[] = [];
      for (const format of Object.keys(FORMATS)) {
        const { status, text: written } = await server.ask(
          'GET',
          `/api/articles/${id}/export/${format}?audience=desk`,
          {
            by: admin,
          },
        );
        assert.equal(status, 200, format);
        if (written.includes(NAMED)) naming.push(format);
      }
      // What has the whole log has it as it is sealed: it can still be checked, and is what was written.
      assert.deepEqual(naming.toSorted(), ['bundle', 'json']);
      const places = await kept.with(NAMED);
      assert.deepEqual(
        places.filter((place) => !/^(touchstone\.db.*|entries|blocks|snapshots)$/.test(place)),
        [],
      );
    });
  });
};

holdsFor('SQLite', keptInSqlite);
if (await postgresAnswers()) holdsFor('PostgreSQL', keptInPostgres);
