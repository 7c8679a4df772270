/**
 * Does something now, every so many milliseconds while the page is looked at and when it is done with the time before, and when the page is
 * looked at again; what it returns ends that.
 */
export const whileLookedAt = (act: () => Promise<void>, every: number): (() => void) => {
  let underWay = 0;
  const look = async (): Promise<void> => {
    if (document.visibilityState !== 'visible') return;
    underWay += 1;
    await act();
    underWay -= 1;
  };
  void look();
  const timer = setInterval(() => underWay === 0 && void look(), every);
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
};
