/** Puts the focus on the head of a claim's card; false when the card is not on screen. */
export const focusCard = (claim: string | undefined): boolean => {
  const card = claim === undefined ? null : document.getElementById(`card-${claim}`);
  const head = card?.querySelector<HTMLElement>('.card-head');
  head?.focus({ preventScroll: true });
  return head !== null && head !== undefined && document.activeElement === head;
};

/** Puts the focus into the search of the claims; false where there is none. */
export const focusSearch = (): boolean => {
  const search = document.getElementById('claim-search');
  search?.focus();
  return search !== null && document.activeElement === search;
};
