/** Milliseconds that this thread computed while something ran, whatever else the machine did meanwhile. */
export const processorTime = (run: () => unknown): number => {
  const before = process.threadCpuUsage();
  run();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
};
