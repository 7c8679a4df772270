import type { Edition, Loss } from '../../shared/export/format.ts';
import { embedPage } from '../../shared/export/html/embed-page.ts';
import { languageOf, reportOf, tally } from '../../shared/export/html/report.ts';
import { sourcesOfPage } from '../../shared/export/html/sources-list.ts';
import type { PageLanguage } from '../../shared/export/html/words/languages.ts';
import { html } from '../../shared/export/html.ts';
import type { ReportChange } from '../../shared/publication.ts';
import { type BeforePublishing, beforePublishing, publishable } from '../../shared/publishable.ts';
import { titleOf } from '../../shared/schema.ts';
import { settingsOf } from '../../shared/settings.ts';
import type { Speaker } from '../accounts/speaker.ts';
import { editionFor } from '../api/export.ts';
import type { ServerParts } from '../parts.ts';
import type { Room } from '../room.ts';
import type { StoredReport } from '../storage/report-store.ts';
import type { ReportBody } from './report-body.ts';
import { retractedAnywhere } from './retractions.ts';
import { copiesOfPage } from './shown-copies.ts';
import { slugFor } from './slug.ts';

/** What a lead decides of a publication. */
export interface ReportWish {
  readonly change: ReportChange;
  readonly note: string;
  readonly language?: PageLanguage;
  /** Whether those who judged and checked are named. */
  readonly named: boolean;
}

/** A report as it would be published now. */
export interface DrawnReport {
  readonly stored: StoredReport;
  readonly body: ReportBody;
  readonly address: string;
  /** The version of the article that it is of. */
  readonly version: number;
  readonly before: BeforePublishing;
  readonly losses: readonly Loss[];
  /** Whether there is something in the article that is not public. */
  readonly leavesOut: boolean;
}

/** The standing address of a report. */
export const reportAddress = ({ config }: Pick<ServerParts, 'config'>, slug: string): string =>
  `${config.publicUrl}/reports/${slug}`;

/** The report of what is public of an article as it stands; nothing while work on it is blind. */
export const drawReport = async (
  parts: ServerParts,
  room: Room,
  speaker: Speaker,
  { change, note, language, named }: ReportWish,
): Promise<DrawnReport | undefined> => {
  const whole = room.article;
  if (settingsOf(whole).blind !== 'no') return undefined;
  const made = await editionFor(parts, room, speaker, 'public');
  if (!made) return undefined;
  const { edition: open } = made;
  const { published = [], version } = open.article;
  const slug = published[0]?.slug ?? slugFor(titleOf(open.article.doc), room.id);
  const address = reportAddress(parts, slug);
  const { copies } = settingsOf(whole);
  const announced = { number: published.length + 1, change, note, at: open.exportedAt };
  const edition: Edition = {
    ...open,
    article: publishable(open.article),
    address,
    page: {
      ...(language && { language }),
      ...(!named && { unnamed: true as const }),
      published: { address, all: [...published, announced], copies },
    },
  };
  const report = reportOf(edition);
  const body: ReportBody = {
    ...announced,
    title: titleOf(edition.article.doc).trim() || report.words.untitled,
    language: languageOf(edition),
    firstAt: published[0]?.at ?? announced.at,
    claims: report.claims.length,
    counts: tally(report),
    sources: sourcesOfPage(report).map(({ id }) => id),
    ...(copies && { copies: copiesOfPage(report) }),
  };
  const page = String(html.write(edition));
  const stored = {
    ...{ article: room.id, number: announced.number, slug, at: announced.at },
    sha256: parts.digest(page),
    body: JSON.stringify(body),
    page: new TextEncoder().encode(page),
    embed: new TextEncoder().encode(embedPage(edition)),
  };
  const losses = html.losses(open);
  const elsewhere = await retractedAnywhere(parts.library, [...open.article.sources.values()], false);
  return {
    stored,
    body,
    address,
    version,
    before: beforePublishing(whole, open.article, elsewhere),
    losses,
    leavesOut: made.leavesOut,
  };
};
