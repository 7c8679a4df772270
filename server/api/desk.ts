import { parseDesk } from '../../shared/desk.ts';
import { integer, own, record } from '../../shared/parsing.ts';
import { DEEDS } from '../../shared/permission.ts';
import { noteExport } from '../accounts/events.ts';
import { deskDecides, deskNow } from '../desk.ts';
import { deskArchive } from '../desk-export/desk-archive.ts';
import { attachment } from './file-name.ts';
import { problem } from './problem.ts';
import { ok, type Route } from './route.ts';

const show: Route = {
  method: 'get',
  path: '/api/desk',
  needs: DEEDS.desk,
  scope: 'read',
  answer: async ({ desk }) => ok(await deskNow(desk)),
};

const decide: Route = {
  method: 'put',
  path: '/api/desk',
  needs: DEEDS.desk,
  scope: 'desk',
  bodyLimit: 500_000,
  answer: async ({ desk, clock }, { body, speaker }) => {
    const fields = record(body, '');
    const version = integer(0)(own(fields, 'version'), 'version');
    const decided = await deskDecides(desk, clock, speaker.reviewer.id, { ...parseDesk(body, ''), version });
    return decided
      ? ok(decided)
      : problem(
          409,
          'overtaken',
          'Somebody changed these settings meanwhile. Look at theirs, then change yours again.',
        );
  },
};

const exportAll: Route = {
  method: 'get',
  path: '/api/desk/export',
  needs: 'admin',
  scope: 'export',
  answer: async (parts, asked) => {
    await noteExport(parts, asked);
    return {
      status: 200,
      headers: {
        'Content-Type': 'application/zip',
        'Content-Disposition': attachment(`${parts.config.desk.name} ${parts.clock.now().slice(0, 10)}`, 'zip'),
      },
      stream: deskArchive(parts, asked.speaker),
    };
  },
};

/** What the desk decides for the articles that are made from now on. */
export const deskRoutes: readonly Route[] = [show, decide, exportAll];
