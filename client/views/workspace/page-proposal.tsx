import { signal } from '@preact/signals';
import type { Capture } from '../../../shared/capture.ts';
import { proposedFields } from '../../../shared/page-details.ts';
import { SOURCE_FIELDS, type Source } from '../../../shared/source.ts';
import { capturesOf } from '../../captures.ts';
import { reviseSource } from '../../source-commands.ts';
import { t } from '../../strings/index.ts';
import { worded } from '../../strings/worded.ts';
import { KeyHint } from '../shell/key-hint.tsx';
import { focusCard } from './focusing.ts';
import { useWorkspace } from './here.ts';

/** The copies of which somebody has seen here what the page says, and left it. */
const left = signal<ReadonlySet<string>>(new Set());

const newestWithDetails = (captures: readonly Capture[]): Capture | undefined =>
  captures.findLast(({ kept }) => kept?.details);

/** Offers what a page says of itself for the fields of its source that are empty yet; nothing when there is nothing to offer. */
export const PageProposal = ({ source }: { readonly source: Source }) => {
  const workspace = useWorkspace();
  const capture = newestWithDetails(capturesOf(workspace.id, source.id));
  const fields = proposedFields(source, capture?.kept?.details);
  const take = reviseSource(source.id, fields);
  if (!capture || left.value.has(capture.id) || Object.keys(fields).length === 0 || !workspace.can(take)) return null;
  const table = worded('source', SOURCE_FIELDS);
  return (
    <div class="proposal">
      <p class="meta">{t('details.found')}</p>
      <dl>
        {Object.entries(fields).map(([name, value]) => {
          const { label, show } = table[name as keyof typeof table];
          return (
            <div key={name}>
              <dt>{label}</dt>
              <dd dir="auto">{(show as (value: unknown) => string)(value)}</dd>
            </div>
          );
        })}
      </dl>
      <p class="row">
        <button
          type="button"
          class="button small"
          data-begins="proposal"
          aria-keyshortcuts="y"
          onClick={() => workspace.run(take, 'card') && focusCard(workspace.claim.value)}
        >
          {t('details.take')}
          <KeyHint keys="Y" />
        </button>
        <button
          type="button"
          class="button small quiet"
          onClick={() => {
            left.value = new Set(left.value).add(capture.id);
          }}
        >
          {t('details.leave')}
        </button>
      </p>
    </div>
  );
};
