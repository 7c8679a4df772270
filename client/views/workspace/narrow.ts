import { signal } from '@preact/signals';

const query = matchMedia('(max-width: 760px)');

/** Whether there is room for one column only, as on a phone or on a screen that is enlarged to twice its size. */
export const isNarrow = signal(query.matches);

query.addEventListener('change', () => {
  isNarrow.value = query.matches;
});
