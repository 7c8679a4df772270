import '../../styles/over.css';
import '../../styles/call-sheet.css';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Asked, contactName, questionState } from '../../../shared/contact.ts';
import { titleOf } from '../../../shared/schema.ts';
import { wordsBetween } from '../../../shared/text.ts';
import {
  answerBy,
  type Call,
  callInText,
  callsOf,
  contactNamed,
  mailtoOf,
  type Unasked,
  unaskedIn,
  usualQuestion,
} from '../../call-sheet.ts';
import { askAbout, logAttempt } from '../../contact-commands.ts';
import { t } from '../../strings/index.ts';
import { dateInWords } from '../../times.ts';
import { toast } from '../../toasts.ts';
import { today } from './asked-line.tsx';
import { useWorkspace } from './here.ts';

/** Who is to be asked what, a page for each person, as it is printed or sent; what is left out is left out this time only. */
export const CallSheet = ({ onClose }: { readonly onClose: () => void }) => {
  const workspace = useWorkspace();
  const root = useRef<HTMLElement>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const article = workspace.article.value;
  useLayoutEffect(() => {
    const before = document.activeElement;
    root.current?.querySelector<HTMLElement>('button')?.focus();
    return () => before instanceof HTMLElement && before.focus();
  }, []);
  useEffect(() => {
    // Wherever the focus is: the button that had it may be gone.
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      onClose();
    };
    addEventListener('keydown', leave, { capture: true });
    return () => removeEventListener('keydown', leave, { capture: true });
  }, [onClose]);
  if (!article) return null;
  const calls = callsOf(article, today());
  const unasked = workspace.can(askAbout({ role: '…' }, [])) ? unaskedIn(article) : [];
  const chosen = calls
    .map(({ contact, open }) => ({ contact, open: open.filter(({ question }) => !left.has(question.id)) }))
    .filter(({ open }) => open.length > 0);
  const toggle = (question: string): void => {
    const next = new Set(left);
    if (!next.delete(question)) next.add(question);
    setLeft(next);
  };
  return (
    <section class="over call-sheet" ref={root} aria-label={t('callSheet.title')}>
      <header class="over-head call-sheet-head">
        <h2>{t('callSheet.title')}</h2>
        <p class="meta">{t(calls.length === 0 ? 'callSheet.empty' : 'callSheet.how')}</p>
        <span class="spacer" />
        <button type="button" class="button primary" disabled={chosen.length === 0} onClick={() => print()}>
          {t('callSheet.print')}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {t('board.close')}
        </button>
      </header>
      <div class="call-pages">
        {unasked.length > 0 && <Unaskeds unasked={unasked} />}
        {calls.map((call) => (
          <Page
            key={call.contact.id}
            call={call}
            chosen={chosen.find(({ contact }) => contact.id === call.contact.id)?.open ?? []}
            onToggle={toggle}
          />
        ))}
      </div>
    </section>
  );
};

/** Those who said open claims and were not asked, to be put on the sheet. */
const Unaskeds = ({ unasked }: { readonly unasked: readonly Unasked[] }) => {
  const workspace = useWorkspace();
  const ask = ({ name, role, claims }: Unasked): void => {
    const article = workspace.article.value;
    if (!article) return;
    const asks = claims.map((claim) => ({ claim, fields: { question: usualQuestion(article, claim) } }));
    workspace.run(askAbout(contactNamed(article, name)?.id ?? { person: name, role }, asks), 'card');
  };
  return (
    <section class="unasked" aria-label={t('callSheet.unasked')}>
      <h3 class="heading-small">{t('callSheet.unasked')}</h3>
      <ul>
        {unasked.map((each) => (
          <li key={each.name}>
            <span dir="auto">
              <strong>{each.name}</strong>
              {each.role && <span class="meta"> · {each.role}</span>}
            </span>
            <button type="button" class="button small" onClick={() => ask(each)}>
              {t('callSheet.askThem', { count: each.claims.length })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};

interface PageParts {
  readonly call: Call;
  /** Those of its questions that are to be asked this time. */
  readonly chosen: readonly Asked[];
  readonly onToggle: (question: string) => void;
}

const Page = ({ call: { contact, open }, chosen, onToggle }: PageParts) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  if (!article) return null;
  const title = titleOf(article.doc);
  const deadline = answerBy(chosen);
  const isOver = chosen.some((each) => questionState(each, today()) === 'overdue');
  const text = callInText(article, { contact, open: chosen });
  const mail = mailtoOf(contact.reach, t('callSheet.subject', { title }), text);
  const result = contact.channel === 'mail' || contact.channel === 'letter' ? 'sent' : 'reached';
  const asked = logAttempt(contact.id, {
    triedOn: today(),
    result,
    ...(contact.channel && { by: contact.channel }),
  });
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    toast(t('callSheet.copied'));
  };
  return (
    <article class={`call-page ${chosen.length === 0 ? 'is-left' : ''}`}>
      <header>
        <div>
          <h3 dir="auto">{contactName(contact)}</h3>
          <p class="meta">
            {contact.person && contact.role && <bdi>{contact.role}</bdi>}
            {contact.person && contact.role && ' · '}
            {contact.channel && t(`field.contact.channel.${contact.channel}`)} <bdi>{contact.reach}</bdi>
          </p>
          <p class="meta" dir="auto">
            {title}
          </p>
        </div>
        <span class="spacer" />
        {deadline !== '' && (
          <p class={isOver ? 'call-by is-over' : 'call-by'}>
            {t(isOver ? 'contacts.noReplyBy' : 'callSheet.by', { day: dateInWords(deadline) })}
          </p>
        )}
      </header>
      <p class="call-acts">
        <button type="button" class="button small" disabled={chosen.length === 0} onClick={() => void copy()}>
          {t('callSheet.copy')}
        </button>
        {mail && chosen.length > 0 && (
          <a class="button small" href={mail}>
            {t('callSheet.mail')}
          </a>
        )}
        {workspace.can(asked) && (
          <button type="button" class="button small" onClick={() => workspace.run(asked, 'card')}>
            {t('callSheet.asked')}
          </button>
        )}
      </p>
      <ol>
        {open.map((each) => (
          <QuestionOnPage key={each.question.id} asked={each} isIn={chosen.includes(each)} onToggle={onToggle} />
        ))}
      </ol>
      <p class="call-consent">
        {(['public', 'background', 'secret'] as const).map((consent) => (
          <span key={consent}>
            <span class="tick" aria-hidden="true" /> {t(`field.contact.consent.${consent}`)}
          </span>
        ))}
      </p>
    </article>
  );
};

/** How much of the paragraph around a claim is printed, in characters on each side. */
const AROUND = 140;

interface QuestionParts {
  readonly asked: Asked;
  readonly isIn: boolean;
  readonly onToggle: (question: string) => void;
}

const QuestionOnPage = ({ asked: { question }, isIn, onToggle }: QuestionParts) => {
  const article = useWorkspace().article.value;
  const claim = article?.claims.get(question.claim);
  const anchor = article?.anchors.get(question.claim);
  if (!article || !claim) return null;
  const { doc } = article;
  const stands = anchor !== undefined && anchor.state !== 'orphaned';
  const from = stands ? doc.resolve(anchor.from) : undefined;
  const to = stands ? doc.resolve(anchor.to) : undefined;
  const before = from ? wordsBetween(doc, Math.max(from.start(), from.pos - AROUND), from.pos) : claim.quote.prefix;
  const after = to ? wordsBetween(doc, to.pos, Math.min(to.end(), to.pos + AROUND)) : claim.quote.suffix;
  const words = from && to ? wordsBetween(doc, from.pos, to.pos) : claim.quote.exact;
  return (
    <li class={isIn ? '' : 'is-left'}>
      <label class="call-question">
        <input type="checkbox" checked={isIn} onChange={() => onToggle(question.id)} />
        <strong dir="auto">{question.question}</strong>
      </label>
      <blockquote dir="auto">
        {before}
        <mark>{words}</mark>
        {after}
      </blockquote>
      {claim.statement !== '' && claim.statement !== words && (
        <p class="call-statement" dir="auto">
          {claim.statement}
        </p>
      )}
      <p class="call-ticks">
        {(['confirms', 'disputes', 'declined', 'none'] as const).map((answer) => (
          <span key={answer}>
            <span class="tick" aria-hidden="true" /> {t(`field.answer.answer.${answer}`)}
          </span>
        ))}
      </p>
      <div class="call-lines" aria-hidden="true" />
    </li>
  );
};
