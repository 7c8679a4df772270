/** Where two streams of bytes are not the same first, counted from 0; nothing when they are. `told` hears of every so many bytes. */
export const firstDifference = async (
  one: AsyncIterable<Uint8Array>,
  other: AsyncIterable<Uint8Array>,
  told: (bytes: number) => void,
): Promise<number | undefined> => {
  const rest = other[Symbol.asyncIterator]();
  let [at, held] = [0, Buffer.alloc(0)];
  const more = async (): Promise<boolean> => {
    while (held.length === 0) {
      const next = await rest.next();
      if (next.done) return false;
      held = Buffer.from(next.value);
    }
    return true;
  };
  for await (const chunk of one) {
    let left = Buffer.from(chunk);
    while (left.length > 0) {
      if (!(await more())) return at;
      const length = Math.min(left.length, held.length);
      const [mine, theirs] = [left.subarray(0, length), held.subarray(0, length)];
      if (!mine.equals(theirs)) return at + mine.findIndex((byte, index) => byte !== theirs[index]);
      [at, left, held] = [at + length, left.subarray(length), held.subarray(length)];
      told(length);
    }
  }
  return (await more()) ? at : undefined;
};
