/** Does something now, every so many milliseconds while the page is looked at, and when it is looked at again; what it returns ends that. */
export const whileLookedAt = (act: () => void, every: number): (() => void) => {
  const look = (): void => {
    if (document.visibilityState === 'visible') act();
  };
  look();
  const timer = setInterval(look, every);
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
};
