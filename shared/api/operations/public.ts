import type { Download } from '../download.ts';

/** What everyone may ask. */
export interface PublicOperations {
  /** The published reports. */
  readonly showPublished: {
    readonly query: {
      /** Only reports that were last published before this time (ISO 8601, UTC). */
      readonly before?: string;
    };
    readonly answer: string;
  };

  /** A feed of the published reports. */
  readonly showFeed: {
    readonly answer: string;
  };

  /** A published report. */
  readonly showReport: {
    readonly answer: string;
  };

  /** A version of a published report. */
  readonly showReportVersion: {
    readonly answer: string;
  };

  /** A frozen copy of a source of a published report. */
  readonly showReportCopy: {
    readonly answer: string;
  };

  /** The page that was kept, without what runs or leads away. */
  readonly showReportCopyPage: {
    readonly answer: string;
  };

  /** The bytes that were kept. */
  readonly fetchReportCopy: {
    readonly answer: Download;
  };

  /** A published report in little. */
  readonly showEmbed: {
    readonly answer: string;
  };

  /** How a published report is shown in a page of somebody else. */
  readonly describeEmbed: {
    readonly query: {
      /** The address of the report. */
      readonly url: string;
      /** Only json is answered. */
      readonly format?: 'json' | 'xml';
      /** In pixels. */
      readonly maxwidth?: number;
      /** In pixels. */
      readonly maxheight?: number;
    };
    readonly answer: {
      readonly version: '1.0';
      readonly type: 'rich';
      readonly title: string;
      readonly author_name: string;
      readonly author_url?: string;
      readonly provider_name: string;
      readonly provider_url: string;
      readonly cache_age: number;
      readonly html: string;
      readonly width: number;
      readonly height: number;
    };
  };

  /** Is it alive. */
  readonly showHealth: {
    readonly answer: {
      readonly status: 'ok';
    };
  };

  /** Can it take work. */
  readonly showReadiness: {
    readonly answer: {
      readonly status: 'ready';
    };
  };

  /** How much it holds. */
  readonly showMetrics: {
    readonly answer: string;
  };

  /** This description. */
  readonly showDescription: {
    readonly answer: object;
  };
}
