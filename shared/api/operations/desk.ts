import type { Delivery, Desk, MadeWebhook, Notice, Task, Webhook } from '../records/desk.ts';
import type { Fields } from '../records/out.ts';

/** The desk: what it decides, what is to do, what is new, whom it tells. */
export interface DeskOperations {
  /** What the desk decides for its articles. */
  readonly showDesk: {
    readonly answer: Desk;
  };

  /** Decide otherwise for the articles that are made from now on. */
  readonly changeDesk: {
    readonly json: Desk;
    readonly answer: Desk;
  };

  /**
   * The fields of claims, of links of an attribution, of sources, of evidence, and of contacts with
   * their log.
   */
  readonly listFields: {
    readonly answer: {
      readonly claim: Fields;
      readonly claimant: Fields;
      readonly source: Fields;
      readonly evidence: Fields;
      readonly contact: Fields;
      readonly question: Fields;
      readonly answer: Fields;
      readonly attempt: Fields;
    };
  };

  /** What one has to do, over all articles. */
  readonly showQueue: {
    readonly query: {
      /** How many at most; 200 where it is not said. */
      readonly limit?: number;
      /** The place that the page begins after, as the address of the next page has it. */
      readonly after?: string;
    };
    readonly answer: {
      readonly mine: readonly Task[];
      readonly waiting: readonly Task[];
      readonly drifted: readonly {
        readonly article: string;
        readonly title: string;
        readonly claim: string;
        readonly evidence: string;
        readonly state: 'changed' | 'lost' | 'gone' | 'page';
        readonly words: string;
        readonly source: string;
      }[];
    };
  };

  /** What one is told of what others did, the newest first. */
  readonly listNotices: {
    readonly query: {
      /** How many at most. */
      readonly limit?: number;
      /** The `before` of the page before. */
      readonly before?: string;
    };
    readonly answer: {
      readonly notices: readonly Notice[];
      /** Of all, not of this page. */
      readonly unread: number;
      /** Names by reviewer. */
      readonly people: Readonly<Record<string, string>>;
      readonly before: string | null;
    };
  };

  /** Note that one has read some notices, or all. */
  readonly readNotices: {
    readonly json: {
      /** Without it, all. */
      readonly ids?: readonly string[];
    };
    readonly answer: {
      readonly unread: number;
    };
  };

  /** The addresses outside that are told what people are told. */
  readonly listWebhooks: {
    readonly answer: {
      readonly webhooks: readonly Webhook[];
    };
  };

  /** Have an address told what people are told. */
  readonly addWebhook: {
    readonly json: {
      readonly url: string;
    };
    readonly answer: MadeWebhook;
  };

  /** Have an address told no more. */
  readonly removeWebhook: {
    readonly answer: undefined;
  };

  /** What was sent to an address, the newest first. */
  readonly listDeliveries: {
    readonly query: {
      /** How many at most; 200 where it is not said. */
      readonly limit?: number;
      /** The place that the page begins after, as the address of the next page has it. */
      readonly before?: string;
    };
    readonly answer: {
      readonly deliveries: readonly Delivery[];
    };
  };

  /** Send an address a message that says that it is a test. */
  readonly tryWebhook: {
    readonly answer: Delivery;
  };

  /** Send a message again. */
  readonly resendDelivery: {
    readonly answer: Delivery;
  };
}
