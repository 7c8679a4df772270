import type { Look } from '../../standing.ts';

/** The line that claims of a look are drawn with, as a sample. */
export const LookLine = ({ look }: { readonly look: Look | 'stale' }) => (
  <i class={`look-line look-${look === 'stale' ? 'open is-stale' : look}`} aria-hidden="true" />
);
