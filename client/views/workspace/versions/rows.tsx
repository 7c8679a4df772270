import type { Row } from '../../../../shared/difference/difference.ts';
import { gathered } from '../../../../shared/runs.ts';
import { t } from '../../../strings/index.ts';
import { Runs } from '../changes.tsx';

const SHOWN = 160;

const short = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/** What differs between two texts, block by block; what is the same is told, with its first and last words. */
export const Rows = ({ rows }: { readonly rows: readonly Row[] }) => (
  <ol class="difference">
    {rows.map((row, index) => (
      <li key={index} class={`difference-row is-${row.kind}`} data-change={row.kind === 'same' ? undefined : true}>
        {row.kind === 'same' ? <Same row={row} /> : <Changed row={row} />}
      </li>
    ))}
  </ol>
);

const Same = ({ row: { blocks, first, last } }: { readonly row: Extract<Row, { kind: 'same' }> }) => (
  <>
    {first !== '' && <p dir="auto">{short(first)}</p>}
    {blocks > 2 && <p class="meta">{t('versions.unchanged', { count: blocks - 2 })}</p>}
    {blocks > 1 && last !== '' && <p dir="auto">{short(last)}</p>}
  </>
);

const Changed = ({ row }: { readonly row: Exclude<Row, { kind: 'same' }> }) => (
  <>
    <p class="difference-kind">
      <span class="tag">{t(`versions.row.${row.kind}`)}</span>
      {row.as === 'title' && <span class="meta">{t('versions.title.row')}</span>}
    </p>
    <p dir="auto" class={`difference-words as-${row.as}`}>
      {'runs' in row ? (
        <Runs runs={gathered(row.runs)} />
      ) : row.kind === 'added' ? (
        <ins>{row.text}</ins>
      ) : row.kind === 'removed' ? (
        <del>{row.text}</del>
      ) : (
        row.text
      )}
    </p>
  </>
);

/** How many rows are not the same. */
export const changesIn = (rows: readonly Row[]): number => rows.filter(({ kind }) => kind !== 'same').length;
