import { type Article, isAnchored, withRecord } from '../article.ts';
import { type Imported, parseImported } from '../imported.ts';
import { filledText, Invalid, identifier, integer, list, optional, own, type Parse, record } from '../parsing.ts';
import type { Quote } from '../quote.ts';
import { asShown, MESSAGE_LIMIT, type Mention, type Message, type Thread } from '../thread.ts';
import { keptVisibilities, parseVisibility, type Visibility } from '../visibility.ts';
import { type Act, type Kind, type Part, type Refusal, refuse, type Trace } from './kind.ts';
import { mayShow, ownOrLead } from './may.ts';
import { mapPlace, type Place, parseWhere, placed } from './place.ts';
import { signed } from './traces.ts';

/** What a message says. */
interface Said {
  readonly message: string;
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** Whose words these are when they come in with the article's file. */
  readonly imported?: Imported;
}

/** Opens a thread with its first message: about a claim, or about words, which are found as those of a claim are. */
export interface OpenThread extends Part, Said {
  readonly kind: 'thread.open';
  readonly thread: string;
  readonly claim?: string;
  readonly quote?: Quote;
  readonly place?: Place;
  /** Without it, who sees threads as a rule. */
  readonly visibility?: Visibility;
}

/** Says who sees a thread from now on. */
export interface ShowThread extends Part {
  readonly kind: 'thread.show';
  readonly thread: string;
  readonly visibility: Visibility;
}

/** Adds a message to a thread, or changes one of one's own. */
export interface WriteMessage extends Part, Said {
  readonly kind: 'thread.reply' | 'thread.revise';
  readonly thread: string;
}

/** Settles a thread, or takes it up again. */
export interface ResolveThread extends Part {
  readonly kind: 'thread.resolve' | 'thread.reopen';
  readonly thread: string;
}

/** Takes a message out of sight, or brings it back; a thread of which no message is left is out of sight with them. */
export interface WithdrawMessage extends Part {
  readonly kind: 'thread.withdraw' | 'thread.reinstate';
  readonly thread: string;
  readonly message: string;
}

const parseMentions = (text: string): Parse<readonly Mention[]> => {
  const within = integer(0, text.length);
  const mention: Parse<Mention> = (value, where) => {
    const fields = record(value, where);
    const from = within(fields.from, `${where}.from`);
    const to = integer(from + 2, text.length)(fields.to, `${where}.to`);
    if (text[from] !== '@') throw new Invalid(`${where}.from`, 'a mention begins with "@"');
    return { reviewer: identifier(fields.reviewer, `${where}.reviewer`), from, to };
  };
  return (value, where) => {
    const mentions = list(mention, 50)(value, where);
    for (const [index, { from }] of mentions.entries())
      if (from < (mentions[index - 1]?.to ?? 0))
        throw new Invalid(`${where}[${index}]`, 'mentions come one after another');
    return mentions;
  };
};

const parseSaid: Parse<Said> = (value, where) => {
  const fields = record(value, where);
  const text = filledText(MESSAGE_LIMIT)(fields.text, `${where}.text`);
  const imported = optional(parseImported)(own(fields, 'imported'), `${where}.imported`);
  return {
    message: identifier(fields.message, `${where}.message`),
    text,
    mentions: parseMentions(text)(own(fields, 'mentions') ?? [], `${where}.mentions`),
    ...(imported && { imported }),
  };
};

const parseThread = (value: unknown, where: string): { readonly thread: string } => ({
  thread: identifier(record(value, where).thread, `${where}.thread`),
});

const parseMessage: Kind<WithdrawMessage>['parse'] = (value, where) => ({
  ...parseThread(value, where),
  message: identifier(record(value, where).message, `${where}.message`),
});

const messageOf = (article: Article, part: { readonly thread: string; readonly message: string }) =>
  article.threads.get(part.thread)?.messages.find((each) => each.id === part.message);

const writtenBy = ({ message, text, mentions, imported }: Said, act: Act): Message => ({
  ...{ id: message, reviewer: act.reviewer, text, mentions },
  writtenAt: act.at,
  ...(imported && { imported }),
});

const withMessage = (article: Article, thread: Thread, message: Message): Article =>
  withRecord(article, 'threads', thread.id, {
    ...thread,
    messages: thread.messages.map((each) => (each.id === message.id ? message : each)),
  });

/** What was said in a thread after one of its messages, and whether it was settled. */
const tracesAfter = (thread: Thread | undefined, message?: string): readonly Trace[] => {
  const messages = thread?.messages ?? [];
  const after = messages.slice(1 + messages.findIndex(({ id }) => id === message));
  return [
    ...after.map(({ id, reviewer }) => ({ what: `${id} written`, reviewer })),
    ...signed('resolved', thread?.resolved),
  ];
};

const openThread: Kind<OpenThread> = {
  parse: (value, where) => {
    const fields = record(value, where);
    const claim = optional(identifier)(fields.claim, `${where}.claim`);
    if (claim !== undefined && own(fields, 'quote') !== undefined)
      throw new Invalid(`${where}.quote`, 'a thread is about a claim or about words, not both');
    const about = claim === undefined ? parseWhere(value, where) : { claim };
    const visibility = optional(parseVisibility)(own(fields, 'visibility'), `${where}.visibility`);
    const shown = visibility !== undefined && { visibility };
    return { ...parseThread(value, where), ...about, ...parseSaid(value, where), ...shown };
  },
  map: (part, changes, act) => mapPlace(part, changes, act.reviewer),
  apply: (article, part, act) => {
    if (isAnchored(article, part.thread)) return refuse('exists');
    const shown = part.visibility !== undefined && { visibility: part.visibility };
    const about = { id: part.thread, messages: [writtenBy(part, act)], ...shown };
    if (part.claim !== undefined) {
      const claim = article.claims.get(part.claim);
      if (!claim) return refuse('unknown');
      if (claim.withdrawn) return refuse('withdrawn');
      return withRecord(article, 'threads', part.thread, { ...about, claim: part.claim });
    }
    if (!part.quote) return refuse('not-found');
    const anchor = placed(article, { quote: part.quote, ...(part.place && { place: part.place }) });
    if ('refused' in anchor) return anchor;
    const opened = withRecord(article, 'threads', part.thread, { ...about, quote: part.quote });
    return { ...opened, anchors: opened.anchors.with(part.thread, anchor) };
  },
  invert: (_before, { thread, message }) => [{ kind: 'thread.withdraw', thread, message } satisfies WithdrawMessage],
};

const showThread: Kind<ShowThread> = {
  parse: (value, where) => ({
    ...parseThread(value, where),
    visibility: parseVisibility(own(record(value, where), 'visibility'), `${where}.visibility`),
  }),
  may: (article, part, reviewer) => {
    const thread = article.threads.get(part.thread);
    return mayShow(thread && asShown(thread), part, reviewer);
  },
  apply: (article, part) => {
    const thread = article.threads.get(part.thread);
    if (!thread) return refuse('unknown');
    const kept = keptVisibilities(asShown(thread), part);
    if (!kept.visibilities) return refuse('no-change');
    return withRecord(article, 'threads', thread.id, { ...thread, visibility: part.visibility, ...kept });
  },
  invert: (before, part) => {
    const thread = before.threads.get(part.thread);
    return thread ? [{ ...part, visibility: asShown(thread).visibility } satisfies ShowThread] : [];
  },
};

const replyToThread: Kind<WriteMessage> = {
  parse: (value, where) => ({ ...parseThread(value, where), ...parseSaid(value, where) }),
  apply: (article, part, act) => {
    const thread = article.threads.get(part.thread);
    if (!thread) return refuse('unknown');
    if (messageOf(article, part)) return refuse('exists');
    const messages = [...thread.messages, writtenBy(part, act)];
    return withRecord(article, 'threads', thread.id, { ...thread, messages });
  },
  invert: (_before, { thread, message }) => [{ kind: 'thread.withdraw', thread, message } satisfies WithdrawMessage],
};

const reviseMessage: Kind<WriteMessage> = {
  parse: replyToThread.parse,
  // Nobody's words are changed but by their own hand, those of a file by nobody's; a lead can take them out of sight.
  may: (article, part, reviewer) => {
    const message = messageOf(article, part);
    const isOwn = !message || (message.reviewer === reviewer.id && !message.imported);
    return isOwn ? undefined : refuse('not-allowed');
  },
  apply: (article, part, act) => {
    const thread = article.threads.get(part.thread);
    const message = messageOf(article, part);
    if (!thread || !message || message.withdrawn) return refuse('unknown');
    const { text, mentions } = part;
    const revised = { reviewer: act.reviewer, at: act.at };
    return withMessage(article, thread, { ...message, text, mentions, revised });
  },
  invert: (before, part) => {
    const message = messageOf(before, part);
    return message ? [{ ...part, text: message.text, mentions: message.mentions } satisfies WriteMessage] : [];
  },
};

const resolveThread: Kind<ResolveThread> = {
  parse: parseThread,
  apply: (article, part, act) => {
    const thread = article.threads.get(part.thread);
    if (!thread) return refuse('unknown');
    if (thread.resolved) return refuse('no-change');
    const resolved = { reviewer: act.reviewer, at: act.at };
    return withRecord(article, 'threads', thread.id, { ...thread, resolved });
  },
  invert: (_before, { thread }) => [{ kind: 'thread.reopen', thread } satisfies ResolveThread],
  traces: (article, part) => tracesAfter(article.threads.get(part.thread)),
};

const reopenThread: Kind<ResolveThread> = {
  parse: parseThread,
  apply: (article, part) => {
    const thread = article.threads.get(part.thread);
    if (!thread) return refuse('unknown');
    const { resolved, ...open } = thread;
    return resolved ? withRecord(article, 'threads', thread.id, open) : refuse('no-change');
  },
  invert: (_before, { thread }) => [{ kind: 'thread.resolve', thread } satisfies ResolveThread],
  traces: (article, part) => signed('resolved', article.threads.get(part.thread)?.resolved),
};

const mayWithdraw: Kind<WithdrawMessage>['may'] = (article, part, reviewer) =>
  ownOrLead(messageOf(article, part)?.reviewer, reviewer);

const withdrawMessage: Kind<WithdrawMessage> = {
  parse: parseMessage,
  may: mayWithdraw,
  apply: (article, part, act): Article | Refusal => {
    const thread = article.threads.get(part.thread);
    const message = messageOf(article, part);
    if (!thread || !message) return refuse('unknown');
    if (message.withdrawn) return refuse('no-change');
    return withMessage(article, thread, { ...message, withdrawn: { reviewer: act.reviewer, at: act.at } });
  },
  invert: (_before, { thread, message }) => [{ kind: 'thread.reinstate', thread, message } satisfies WithdrawMessage],
  traces: (article, part) => tracesAfter(article.threads.get(part.thread), part.message),
};

const reinstateMessage: Kind<WithdrawMessage> = {
  parse: parseMessage,
  may: mayWithdraw,
  apply: (article, part) => {
    const thread = article.threads.get(part.thread);
    const message = messageOf(article, part);
    if (!thread || !message) return refuse('unknown');
    const { withdrawn, ...again } = message;
    return withdrawn ? withMessage(article, thread, again) : refuse('no-change');
  },
  invert: (_before, { thread, message }) => [{ kind: 'thread.withdraw', thread, message } satisfies WithdrawMessage],
};

/** What can happen to a thread. */
export const threadKinds = {
  'thread.open': openThread,
  'thread.show': showThread,
  'thread.reply': replyToThread,
  'thread.revise': reviseMessage,
  'thread.resolve': resolveThread,
  'thread.reopen': reopenThread,
  'thread.withdraw': withdrawMessage,
  'thread.reinstate': reinstateMessage,
} as const;
