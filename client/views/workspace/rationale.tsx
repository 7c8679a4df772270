import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { DOMSerializer } from 'prosemirror-model';
import type { Claim } from '../../../shared/claim.ts';
import { mayWrite } from '../../../shared/operations/texts.ts';
import { rationaleOf, rationaleSchema, rationaleWords, type Rationale as Text } from '../../../shared/rationale.ts';
import type { Verdict } from '../../../shared/verdict.ts';
import { ariaKeys, keysOf } from '../../chords.ts';
import { giveVerdict, isSigned } from '../../commands.ts';
import type { Linked } from '../../editor/links.ts';
import { LINK_KEY } from '../../editor/rationale-keys.ts';
import { type OpenRationale, openRationale } from '../../editor/rationale-text.ts';
import { language, t } from '../../strings/index.ts';
import { focusCard } from './focusing.ts';
import { useDraft, useWorkspace } from './here.ts';
import { LinkForm } from './link-form.tsx';

interface Parts {
  readonly claim: Claim;
  /** One's own verdict on the claim, where there is one. */
  readonly own: Verdict | undefined;
}

/** Why the claim is judged as it is: a text that everyone writes together, read in the card and edited in its place. */
export const Rationale = ({ claim, own }: Parts) => {
  const workspace = useWorkspace();
  const [isBegun, begin, leave] = useDraft(`${claim.id} rationale`, false);
  const article = workspace.article.value;
  if (!article) return null;
  const rationale = rationaleOf(article.rationales, claim.id);
  const mayEdit = mayWrite(article, { rationale: claim.id }, workspace.reviewer.value) === undefined;
  const isOpen = mayEdit && (isBegun || workspace.form.value === 'rationale');
  const close = (): void => {
    leave();
    if (workspace.form.peek() === 'rationale') workspace.form.value = undefined;
    focusCard(claim.id);
  };
  if (isOpen) return <Writing claim={claim} own={own} onClose={close} />;
  const isEmpty = rationaleWords(rationale) === '';
  if (isEmpty && !mayEdit) return null;
  return (
    <div class="rationale">
      {!isEmpty && <AsRead rationale={rationale} />}
      <p class="row">
        {mayEdit && (
          <button type="button" class="button quiet small" onClick={() => begin(true)}>
            {isEmpty ? `+ ${t('verdict.why')}` : t('rationale.edit')}
          </button>
        )}
        <Sign claim={claim} own={own} />
        <Hands rationale={rationale} />
      </p>
    </div>
  );
};

const Writing = ({ claim, own, onClose }: Parts & { readonly onClose: () => void }) => {
  const workspace = useWorkspace();
  const place = useRef<HTMLDivElement>(null);
  const text = useRef<OpenRationale>(null);
  const [linking, setLinking] = useState<Linked>();
  const sign = (): void => {
    if (own) workspace.run(giveVerdict(claim.id, own.rating), 'card');
    onClose();
  };
  // The keys do what is right now, not what was when it was opened.
  const link = (): void => setLinking(text.current?.linked());
  const card = useRef({ leave: onClose, sign, link });
  card.current = { leave: onClose, sign, link };
  // Before the next key: what is typed right after it was opened belongs into it.
  useLayoutEffect(() => {
    if (!place.current) return;
    const opened = openRationale(place.current, workspace, claim.id, {
      label: () => t('verdict.why'),
      hint: () => t('verdict.whyHint'),
      leave: () => card.current.leave(),
      sign: () => card.current.sign(),
      link: () => card.current.link(),
    });
    text.current = opened;
    return opened.close;
  }, [workspace, claim.id]);
  return (
    <div class="rationale">
      <div ref={place} />
      {linking !== undefined && (
        <LinkForm
          linked={linking}
          onLink={(href) => {
            setLinking(undefined);
            text.current?.link(href);
          }}
          onClose={() => {
            setLinking(undefined);
            text.current?.focus();
          }}
        />
      )}
      <p class="row">
        <Sign claim={claim} own={own} isPrimary onDone={onClose} />
        {linking === undefined && (
          <button
            type="button"
            class="button quiet small"
            title={keysOf(LINK_KEY).join(' ')}
            aria-keyshortcuts={ariaKeys(LINK_KEY)}
            onClick={link}
          >
            {t('rationale.link')}
          </button>
        )}
        <button type="button" class="button quiet small" onClick={onClose}>
          {t('rationale.close')}
        </button>
        <span class="meta">{t('rationale.together')}</span>
      </p>
    </div>
  );
};

interface SignParts extends Parts {
  readonly isPrimary?: boolean;
  readonly onDone?: () => void;
}

/** Signs the words as they stand, where one's own verdict was signed with others. */
const Sign = ({ claim, own, isPrimary, onDone }: SignParts) => {
  const workspace = useWorkspace();
  const article = workspace.article.value;
  if (!article || !own || isSigned(article, own)) return null;
  const again = giveVerdict(claim.id, own.rating);
  if (!workspace.can(again)) return null;
  return (
    <button
      type="button"
      class={isPrimary ? 'button small primary' : 'button small'}
      onClick={() => {
        if (workspace.run(again, 'card')) onDone?.();
      }}
    >
      {t('rationale.sign')}
    </button>
  );
};

/** The text as it is read. */
const AsRead = ({ rationale: { doc } }: { readonly rationale: Text }) => {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    place.current?.replaceChildren(DOMSerializer.fromSchema(rationaleSchema).serializeFragment(doc.content));
  }, [doc]);
  return <div class="say" dir="auto" ref={place} />;
};

/** Who wrote it, where that was more than one. */
const Hands = ({ rationale: { hands } }: { readonly rationale: Text }) => {
  const workspace = useWorkspace();
  if (hands.length < 2) return null;
  const names = hands.map(({ reviewer }) => workspace.nameOf(reviewer));
  return <span class="meta">{t('rationale.hands', { names: new Intl.ListFormat(language()).format(names) })}</span>;
};
