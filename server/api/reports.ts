import { PAGE_POLICY } from '../../shared/export/html/page.ts';
import { PAGE_LANGUAGES } from '../../shared/export/html/words/languages.ts';
import { NOTE_LIMIT } from '../../shared/operations/report.ts';
import { choice, Invalid, integer, optional, own, type Parse, record, text } from '../../shared/parsing.ts';
import { DEEDS } from '../../shared/permission.ts';
import { isFault } from '../../shared/protocol.ts';
import { CHANGES, isRetracted } from '../../shared/publication.ts';
import type { ServerParts } from '../parts.ts';
import { type DrawnReport, drawReport, type ReportWish, reportAddress } from '../reports/draw-report.ts';
import { embedSnippet } from '../reports/list-pages.ts';
import { publishReport } from '../reports/publish-report.ts';
import { bodyOf } from '../reports/report-body.ts';
import { retractedAnywhere } from '../reports/retractions.ts';
import type { Room } from '../room.ts';
import { RoomView } from '../room-view.ts';
import { roomOf } from './article-asked.ts';
import { limitIn, pageOf } from './next-page.ts';
import { seesOpenOnly } from './open-only.ts';
import { faultProblem, problem } from './problem.ts';
import { numberIn } from './query.ts';
import { type Answer, type AskedBy, ok, type Route } from './route.ts';

const YES_NO = { yes: 'yes', no: 'no' } as const;

/** What a lead decides of a publication, from a query or from a body: how it stands there is the same. */
const parseWish: Parse<ReportWish> = (value, where) => {
  const fields = record(value, where);
  const language = optional(choice(PAGE_LANGUAGES))(own(fields, 'language'), 'language');
  return {
    change: choice(CHANGES)(own(fields, 'change'), 'change'),
    note: text(NOTE_LIMIT)(own(fields, 'note') ?? '', 'note').trim(),
    named: choice(YES_NO)(own(fields, 'named') ?? 'no', 'named') === 'yes',
    ...(language && { language }),
  };
};

const blind = (): Answer =>
  problem(403, 'blind', 'Work on this article is blind. Its report can be published once the lead reveals it.');

const list: Route = {
  method: 'get',
  path: '/api/articles/:id/reports',
  needs: 'viewer',
  scope: 'read',
  answer: async (parts, { params, path, query, speaker }) => {
    const room = await roomOf(parts.rooms, params);
    const heads = await parts.reports.of(room.id);
    const last = heads.at(-1);
    const seen = new RoomView(room, speaker.reviewer).article;
    const published = room.article.published ?? [];
    const stands = last !== undefined && !isRetracted(published);
    const cited = stands ? bodyOf(last).sources.flatMap((id) => seen.sources.get(id) ?? []) : [];
    // Of what was retracted in other articles whoever asks is told what the library tells them.
    const leansOn = await retractedAnywhere(parts.library, cited, seesOpenOnly({ speaker }));
    const before = numberIn(query, 'before', 1, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
    const older = heads.toReversed().filter((head) => bodyOf(head).number < before);
    const shown = older.slice(0, limitIn(query));
    const next = older.length > shown.length ? shown.at(-1) : undefined;
    const body = {
      ...(last && addressesOf(parts, last.slug, bodyOf(last).title)),
      reports: shown.map((head) => {
        const { number, change, note, at, claims } = bodyOf(head);
        const by = published.find((each) => each.number === number)?.reviewer ?? '';
        return {
          number,
          change,
          note,
          at,
          by,
          claims,
          sha256: head.sha256,
          address: `${reportAddress(parts, head.slug)}/v/${number}`,
        };
      }),
      leansOnRetracted: [...leansOn],
    };
    return pageOf({ path, query }, body, 'before', next && String(bodyOf(next).number));
  },
};

const addressesOf = (parts: ServerParts, slug: string, title: string) => {
  const address = reportAddress(parts, slug);
  return { address, embed: embedSnippet(address, title) };
};

const drawn = async (
  parts: ServerParts,
  asked: AskedBy,
  wish: ReportWish,
): Promise<{ readonly room: Room; readonly report: DrawnReport } | Answer> => {
  const room = await roomOf(parts.rooms, asked.params);
  const isFirst = (room.article.published ?? []).length === 0;
  if (isFirst !== (wish.change === 'first'))
    throw new Invalid(
      'change',
      isFirst ? 'nothing is published yet: first is expected' : 'it is published already: say what changed',
    );
  const report = await drawReport(parts, room, asked.speaker, wish);
  return report ? { room, report } : blind();
};

const preview: Route = {
  method: 'get',
  path: '/api/articles/:id/reports/preview',
  needs: DEEDS.publish,
  scope: 'read',
  answer: async (parts, asked) => {
    const made = await drawn(parts, asked, parseWish(asked.query, ''));
    if (!('report' in made)) return made;
    const { body, address, version, before, losses, leavesOut } = made.report;
    const { number, title, language } = body;
    return ok({ number, title, language, address, version, before, leavesOut, losses });
  },
};

const previewPage: Route = {
  method: 'get',
  path: '/api/articles/:id/reports/preview/page',
  needs: DEEDS.publish,
  scope: 'read',
  answer: async (parts, asked) => {
    const made = await drawn(parts, asked, parseWish(asked.query, ''));
    if (!('report' in made)) return made;
    const headers = {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `${PAGE_POLICY}; sandbox; frame-ancestors 'self'`,
    };
    return { status: 200, headers, body: made.report.stored.page };
  },
};

const publish: Route = {
  method: 'post',
  path: '/api/articles/:id/reports',
  needs: DEEDS.publish,
  scope: 'annotate',
  bodyLimit: 20_000,
  answer: async (parts, asked) => {
    const wish = parseWish(asked.body, '');
    const version = integer(1)(own(record(asked.body, ''), 'version'), 'version');
    if (wish.change !== 'first' && wish.note === '')
      throw new Invalid('note', 'say what changed, for whoever reads it');
    const made = await drawn(parts, asked, wish);
    if (!('report' in made)) return made;
    if (made.report.version !== version)
      return problem(409, 'changed-since', 'The article changed meanwhile. Look at what would be published once more.');
    const published = await publishReport(parts, made.room, asked.speaker, made.report);
    if (isFault(published)) return faultProblem(published);
    if ('reason' in published) return problem(409, published.reason, published.words);
    const { number, change, note, at, sha256, slug } = published;
    const addresses = addressesOf(parts, slug, made.report.body.title);
    return { status: 201, body: { ...addresses, report: { number, change, note, at, sha256 } } };
  },
};

/** The reports of an article, for those who work on it. */
export const reportRoutes: readonly Route[] = [list, preview, previewPage, publish];
