/** Does something now, or when the mouse is let go: what moves under a click that is under way makes it miss. */
export const afterClick = (what: () => void): void => {
  if (document.querySelector(':active') === null) what();
  else addEventListener('mouseup', () => setTimeout(what), { once: true, capture: true });
};
