import type { ReportChange } from '../../publication.ts';
import type { Download } from '../download.ts';
import type { Format, Loss, Publication } from '../records/out.ts';

/** Which claims are written out, and for whom. */
export interface ClaimsAsked {
  /** Without it, that of the format. */
  readonly audience?: 'public' | 'desk';
  /** Only claims whose work is in one of these states, between commas, such as signed,second. */
  readonly work?: string;
  /**
   * Only claims with one of these outcomes, between commas: ids of ratings, or -none, -stale, -disputed,
   * -uncheckable.
   */
  readonly outcome?: string;
  /**
   * Only these claims, by their ids between commas, at most 500. What a claim rests on comes along: the
   * claim that it repeats, the parts that it was split into.
   */
  readonly claims?: string;
}

/** How a report would be published. */
export interface ReportAsked {
  /** As what it would be published: first where nothing is, else one of the others. */
  readonly change: ReportChange;
  /** What changed, for whoever reads it. */
  readonly note?: string;
  /** Of what the page itself says; without it that of the article. */
  readonly language?: 'en' | 'de';
  /** Whether those who judged and checked are named; without it no. */
  readonly named?: 'yes' | 'no';
}

/** JSON-LD. */
export interface LinkedData {
  readonly '@context': readonly unknown[];
  readonly id: string;
  readonly type: string;
}

/** How articles go out: exports, reports, annotations at their addresses. */
export interface OutOperations {
  /** The formats that an article can be written out in. */
  readonly listFormats: {
    readonly query: ClaimsAsked;
    readonly answer: {
      readonly formats: readonly Format[];
      /** How many claims of how many are asked for, of those that the one who asks sees. */
      readonly claims: {
        readonly shown: number;
        readonly of: number;
      };
    };
  };

  /** All data of the desk. */
  readonly exportDesk: {
    readonly answer: Download;
  };

  /** An article written out. */
  readonly exportArticle: {
    readonly query: ClaimsAsked;
    readonly answer: Download;
  };

  /** What was published of an article. */
  readonly listReports: {
    readonly query: {
      /** How many at most; 200 where it is not said. */
      readonly limit?: number;
      /** The number that the page begins after, as the address of the next page has it. */
      readonly before?: number;
    };
    readonly answer: {
      /** The standing address; absent while nothing is published. */
      readonly address?: string;
      /** HTML that shows the report in little in a page of somebody else. */
      readonly embed?: string;
      readonly reports: readonly {
        readonly number: number;
        readonly change: ReportChange;
        readonly note: string;
        readonly at: string;
        /** The id of the lead who published it. */
        readonly by: string;
        readonly claims: number;
        readonly sha256: string;
        readonly address: string;
      }[];
      /** Sources of the newest report that have been retracted since: it needs a correction. */
      readonly leansOnRetracted: readonly string[];
    };
  };

  /** Publish the report of an article. */
  readonly publishReport: {
    readonly json: {
      /** Of the article that was looked at; when it is another by now, nothing is published. */
      readonly version: number;
      readonly change: ReportChange;
      /** What changed, for whoever reads it: needed for all but the first. */
      readonly note?: string;
      readonly language?: 'en' | 'de';
      readonly named?: 'yes' | 'no';
    };
    readonly answer: {
      readonly address: string;
      readonly embed: string;
      readonly report: Publication;
    };
  };

  /** What would be published of an article now. */
  readonly previewReport: {
    readonly query: ReportAsked;
    readonly answer: {
      readonly number: number;
      readonly title: string;
      readonly language: 'en' | 'de';
      readonly address: string;
      readonly version: number;
      readonly before: {
        /** Claims on the page. */
        readonly published: number;
        /** Claims that are not, by why. */
        readonly leftOut: {
          readonly unjudged?: number;
          readonly stale?: number;
          readonly orphaned?: number;
          readonly disputed?: number;
          readonly undecided?: number;
        };
        readonly unsigned: number;
        readonly onRetracted: number;
        readonly openThreads: number;
        readonly openQuestions: number;
      };
      /** Whether there is something in the article that is not public. */
      readonly leavesOut: boolean;
      readonly losses: readonly Loss[];
    };
  };

  /** The page that would be published now. */
  readonly previewReportPage: {
    readonly query: ReportAsked;
    readonly answer: string;
  };

  /** The annotations of an article as a collection (W3C Web Annotation Protocol). */
  readonly showAnnotations: {
    readonly answer: LinkedData;
  };

  /** A page of the annotations of an article. */
  readonly showAnnotationPage: {
    readonly answer: LinkedData;
  };

  /** One annotation of an article. */
  readonly showAnnotation: {
    readonly answer: LinkedData;
  };

  /** One annotation of a record of several. */
  readonly showAnnotationPart: {
    readonly answer: LinkedData;
  };

  /** The review of one claim as ClaimReview (schema.org), as a page about it carries it. */
  readonly showClaimReview: {
    readonly answer: {
      readonly '@context': 'https://schema.org';
      readonly '@type': 'ClaimReview';
    };
  };
}
