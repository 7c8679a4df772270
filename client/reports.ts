import type { Loss } from '../shared/export/format.ts';
import type { PageLanguage } from '../shared/export/html/words/languages.ts';
import type { Announced, ReportChange } from '../shared/publication.ts';
import type { BeforePublishing } from '../shared/publishable.ts';
import { type Answer, ask } from './api.ts';
import { askAll } from './ask-all.ts';

/** One publication of an article's report, as the server lists it. */
export interface ListedReport extends Announced {
  /** Who published it. */
  readonly by: string;
  /** How many claims are on its page. */
  readonly claims: number;
  /** Where the page stands as it was frozen. */
  readonly address: string;
}

/** What was published of an article, the newest first. */
export interface Reports {
  /** The standing address, and the HTML that shows the report in a page of somebody else; absent while nothing is published. */
  readonly address?: string;
  readonly embed?: string;
  readonly reports: readonly ListedReport[];
  /** Sources that the newest leans on and that have been retracted since. */
  readonly leansOnRetracted: readonly string[];
}

/** What a lead decides of a publication. */
export interface ReportWish {
  readonly change: ReportChange;
  readonly note: string;
  readonly language: PageLanguage | '';
  readonly named: boolean;
}

/** What would be published now. */
export interface ReportPreview {
  readonly number: number;
  readonly title: string;
  readonly language: PageLanguage;
  readonly address: string;
  readonly version: number;
  readonly before: BeforePublishing;
  readonly leavesOut: boolean;
  readonly losses: readonly Loss[];
}

const pathOf = (article: string): string => `/api/articles/${encodeURIComponent(article)}/reports`;

const sent = ({ change, note, language, named }: ReportWish): Record<string, string> => ({
  ...{ change, note, named: named ? 'yes' : 'no' },
  ...(language !== '' && { language }),
});

/** Asks what was published of an article. */
export const loadReports = (article: string): Promise<Answer<Reports>> => askAll(pathOf(article), 'reports');

/** Asks what would be published of an article now. */
export const previewReport = (article: string, wish: ReportWish): Promise<Answer<ReportPreview>> =>
  ask('GET', `${pathOf(article)}/preview?${new URLSearchParams(sent(wish))}`);

/** Where the page stands that would be published now. */
export const previewPage = (article: string, wish: ReportWish): string =>
  `${pathOf(article)}/preview/page?${new URLSearchParams(sent(wish))}`;

/** Publishes what was looked at: of the version that it was of. */
export const publishReport = (
  article: string,
  wish: ReportWish,
  version: number,
): Promise<Answer<{ readonly address: string }>> => ask('POST', pathOf(article), { ...sent(wish), version });
