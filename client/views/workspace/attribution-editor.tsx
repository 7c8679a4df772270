import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { CLAIMANT_FIELDS, type Claimant } from '../../../shared/attribution.ts';
import { CLAIM_FIELDS } from '../../../shared/claim.ts';
import { withEmpty } from '../../../shared/fields.ts';
import { Invalid } from '../../../shared/parsing.ts';
import { claimantsIn, LEADS, ledTo } from '../../claimant-presets.ts';
import { t } from '../../strings/index.ts';
import { worded } from '../../strings/worded.ts';
import { useWorkspace } from './here.ts';
import { RecordFields } from './record-fields.tsx';

interface Parts {
  readonly links: readonly Claimant[];
  readonly onInput: (links: readonly Claimant[]) => void;
  readonly onSave: (links: readonly Claimant[]) => void;
  /** Closes the editor and keeps what was typed. */
  readonly onPutAside: () => void;
  readonly onCancel: () => void;
  /** What must be answered before it can be saved, given how to save. */
  readonly question: (save: () => void) => ComponentChildren;
}

/** The first link follows no other, so that no verb leads to it. */
const VERBLESS = ['verb'] as const;

const moved = <T,>(items: readonly T[], from: number, to: number): readonly T[] => {
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)];
};

/** Links of an attribution, added, removed and put in order by mouse or keyboard (Alt with the arrows). */
export const AttributionEditor = ({ links, onInput, onSave, onPutAside, onCancel, question }: Parts) => {
  const [open, setOpen] = useState(links.length === 0 ? 0 : -1);
  const form = useRef<HTMLFormElement>(null);
  const shown = links.length === 0 ? [withEmpty(CLAIMANT_FIELDS, {})] : links;
  useLayoutEffect(() => {
    const place = (selector: string) => form.current?.querySelector<HTMLElement>(selector);
    (place('.record-fields input') ?? place('.link-name'))?.focus();
  }, []);

  const put = (index: number, values: Partial<Claimant>): void =>
    onInput(shown.map((each, at) => (at === index ? { ...each, ...values } : each)));
  const add = (values: Partial<Claimant>): void => {
    onInput([...shown, withEmpty(CLAIMANT_FIELDS, values)]);
    setOpen(shown.length);
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('.record-fields input')?.focus());
  };
  /** Fills who is chosen into the link that has no name yet, or adds them. */
  const choose = ({ name, kind, role }: Claimant): void => {
    const nameless = shown.findIndex((each) => each.name.trim() === '');
    if (nameless === -1) add({ name, kind, role, verb: t('attribution.verb.citing') });
    else put(nameless, { name, kind, role });
  };
  const move = (index: number, by: 1 | -1): void => {
    const to = index + by;
    if (to < 0 || to >= shown.length) return;
    onInput(moved(shown, index, to));
    setOpen(-1);
    requestAnimationFrame(() => form.current?.querySelectorAll<HTMLElement>('.link-name')[to]?.focus());
  };
  const keyed = (event: KeyboardEvent, index: number): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(index, event.key === 'ArrowUp' ? -1 : 1);
  };
  const save = (): void => {
    const named = shown.filter((each) => each.name.trim() !== '');
    try {
      CLAIM_FIELDS.attribution.parse(named, '');
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      const wrong = named[Number(/^\[(\d+)\]/.exec(error.where)?.[1])];
      if (wrong) setOpen(shown.indexOf(wrong));
      return; // the field says what is wrong with it
    }
    onSave(named);
  };
  const asked = question(save);
  return (
    <form
      class="attribution-editor"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!asked) save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onPutAside();
      }}
    >
      <ol>
        {shown.map((link, index) => (
          <li key={String(index)}>
            <div class="link-head">
              <button
                type="button"
                class="link-name"
                aria-expanded={open === index}
                title={t('attribution.order')}
                onClick={() => setOpen(open === index ? -1 : index)}
                onKeyDown={(event) => keyed(event, index)}
              >
                {index > 0 && <span class="meta">{link.verb || '…'} </span>}
                {link.name || t('attribution.new')}
              </button>
              <button
                type="button"
                class="button quiet icon"
                aria-label={t('attribution.up')}
                onClick={() => move(index, -1)}
              >
                ↑
              </button>
              <button
                type="button"
                class="button quiet icon"
                aria-label={t('attribution.down')}
                onClick={() => move(index, 1)}
              >
                ↓
              </button>
              <button
                type="button"
                class="button quiet icon"
                aria-label={t('attribution.remove')}
                onClick={() => onInput(shown.filter((_, at) => at !== index))}
              >
                ×
              </button>
            </div>
            {open === index && (
              <RecordFields
                fields={worded('claimant', CLAIMANT_FIELDS)}
                except={index === 0 ? VERBLESS : []}
                values={link}
                onInput={(values) => put(index, values)}
              />
            )}
          </li>
        ))}
      </ol>
      <Known links={shown} onChoose={(claimant) => choose(claimant)} />
      {asked}
      <p class="row">
        {!asked && (
          <button type="submit" class="button small primary">
            {t('form.save')}
          </button>
        )}
        <button
          type="button"
          class="button small"
          onClick={() => {
            add({ verb: t('attribution.verb.citing') });
          }}
        >
          {t('attribution.add')}
        </button>
        {(Object.keys(LEADS) as (keyof typeof LEADS)[]).map((lead) => (
          <button key={lead} type="button" class="button small quiet" onClick={() => add(ledTo(lead))}>
            {t(`attribution.${lead}`)}
          </button>
        ))}
        <button type="button" class="button small quiet" onClick={onCancel}>
          {t('form.cancel')}
        </button>
      </p>
    </form>
  );
};

interface KnownParts {
  readonly links: readonly Claimant[];
  readonly onChoose: (claimant: Claimant) => void;
}

const OFFERED = 5;

/** Who is named in the article's attributions already and not in this one, to be chosen instead of typed. */
const Known = ({ links, onChoose }: KnownParts) => {
  const article = useWorkspace().article.value;
  const known = article ? claimantsIn(article).filter(({ name }) => links.every((each) => each.name !== name)) : [];
  if (known.length === 0) return null;
  return (
    <p class="known-claimants">
      <span class="meta">{t('attribution.known')}</span>
      {known.slice(0, OFFERED).map((claimant) => (
        <button key={claimant.name} type="button" class="pill" dir="auto" onClick={() => onChoose(claimant)}>
          {claimant.name}
        </button>
      ))}
    </p>
  );
};
