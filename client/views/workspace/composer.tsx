import '../../styles/discussion.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { USUAL_VISIBILITY } from '../../../shared/thread.ts';
import { deskPeople, fetchDeskPeople } from '../../desk-people.ts';
import {
  askedAt,
  NOTHING_SAID,
  named,
  offeredFor,
  type Person,
  rewritten,
  type Said,
  trimmedSaid,
} from '../../mentions.ts';
import { t } from '../../strings/index.ts';
import type { Opening } from '../../thread-commands.ts';
import { useDraft, useWorkspace } from './here.ts';
import { MentionList } from './mention-list.tsx';
import { VisibilityChoice } from './visibility-choice.tsx';

interface Parts {
  /** Where the draft is kept: it is there when the card, or the page, is opened again. */
  readonly draft: string;
  /** What stands in it at first. */
  readonly initial?: Opening;
  readonly label: string;
  readonly sends: string;
  readonly hasFocus?: boolean;
  /** Whether it opens a thread: then it is asked who sees that. */
  readonly isFirst?: boolean;
  /** Sends it; false when nothing came of it, and then it stays. */
  readonly onSend: (said: Opening) => boolean;
  /** Leaves it: with what was written in it, unless that was thrown away. */
  readonly onLeave: () => void;
}

/** Everybody who can be named: the desk, and whoever is known from the article while the desk cannot be asked. */
const usePeople = (): readonly Person[] => {
  const { company, reviewer } = useWorkspace();
  const known = new Map(Object.entries(company.folk.value).map(([id, { name }]) => [id, { id, name }]));
  for (const person of deskPeople.value) known.set(person.id, person);
  known.delete(reviewer.value.id);
  return [...known.values()].sort((one, other) => one.name.localeCompare(other.name));
};

/** Where a message is written: Enter sends it, Shift and Enter begin a line, "@" names somebody. */
export const Composer = ({
  draft,
  initial = NOTHING_SAID,
  label,
  sends,
  hasFocus,
  isFirst,
  onSend,
  onLeave,
}: Parts) => {
  const area = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid, clear] = useDraft<Opening>(draft, initial);
  const [caret, setCaret] = useState(0);
  const [chosen, choose] = useState(0);
  const [isPutOff, putOff] = useState(false);
  const people = usePeople();
  const { text = '', mentions = [], visibility } = said;
  const written: Said = { text, mentions };
  const asked = isPutOff ? undefined : askedAt(written, caret);
  const offered = asked ? offeredFor(people, asked) : [];
  const list = `names-${draft.replaceAll(/\W/g, '-')}`;

  useLayoutEffect(() => {
    if (!hasFocus) return;
    area.current?.focus({ preventScroll: true });
    area.current?.form?.scrollIntoView({ block: 'nearest' });
  }, [hasFocus]);

  const write = (next: Said): void => setSaid({ ...said, ...next });
  const pick = (person: Person | undefined): void => {
    if (!asked || !person || !area.current) return;
    const [next, at] = named(written, asked, person);
    write(next);
    area.current.value = next.text;
    area.current.setSelectionRange(at, at);
    area.current.focus({ preventScroll: true });
    setCaret(at);
  };
  const send = (): void => {
    const whole = trimmedSaid(written);
    if (whole.text === '' || !onSend({ ...whole, ...(visibility !== undefined && { visibility }) })) return;
    clear();
  };
  const leave = (): void => {
    if (text.trim() === initial.text) clear();
    onLeave();
    // What stays with what was begun in it is left, too.
    if (document.activeElement === area.current) area.current?.closest('.card')?.querySelector('button')?.focus();
  };
  const actionOf = ({ key, shiftKey }: KeyboardEvent): (() => void) | undefined => {
    if (offered.length > 0) {
      const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
      if (step !== 0) return () => choose((at) => (at + step + offered.length) % offered.length);
      if (key === 'Enter' || key === 'Tab') return () => pick(offered[chosen] ?? offered[0]);
      if (key === 'Escape') return () => putOff(true);
    }
    if (key === 'Enter' && !shiftKey) return send;
    return key === 'Escape' ? leave : undefined;
  };
  const press = (event: KeyboardEvent): void => {
    const action = event.isComposing ? undefined : actionOf(event);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="composer-field">
        <textarea
          ref={area}
          class="input"
          dir="auto"
          rows={1}
          aria-label={label}
          aria-autocomplete="list"
          aria-controls={list}
          {...(offered.length > 0 && { 'aria-activedescendant': `${list}-${offered[chosen]?.id ?? offered[0]?.id}` })}
          placeholder={label}
          maxLength={10_000}
          value={text}
          onFocus={() => deskPeople.peek().length === 0 && void fetchDeskPeople()}
          onInput={({ currentTarget: { value, selectionStart } }) => {
            write(rewritten(written, value));
            setCaret(selectionStart);
            putOff(false);
            choose(0);
          }}
          onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
          onBlur={() => putOff(true)}
          onKeyDown={press}
        />
        <MentionList id={list} people={offered} chosen={chosen} onPick={pick} />
      </div>
      {isFirst && (text !== '' || hasFocus) && (
        <VisibilityChoice
          name="visibility"
          label={t('visibility.who')}
          usual={USUAL_VISIBILITY}
          value={visibility ?? USUAL_VISIBILITY}
          onInput={(next) => setSaid({ ...said, visibility: next })}
        />
      )}
      {(text !== '' || hasFocus) && (
        <p class="row composer-foot">
          <button type="submit" class="button small primary" disabled={text.trim() === ''}>
            {sends}
          </button>
          <button
            type="button"
            class="button small quiet"
            onClick={() => {
              clear();
              onLeave();
            }}
          >
            {t('form.cancel')}
          </button>
          <span class="hint">{t('thread.hint')}</span>
        </p>
      )}
    </form>
  );
};
