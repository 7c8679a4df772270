const TAIL = 70_000;

/** Whether a file is an archive that holds a file of this name, as far as its first and last bytes say. */
export const isZipWith = (file: Uint8Array, name: string): boolean => {
  const [first, second, third, fourth] = file;
  if (first !== 0x50 || second !== 0x4b || third !== 3 || fourth !== 4) return false;
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  return bytes.subarray(-TAIL).includes(name);
};

/** Whether a name stands in the first bytes of a file, as that of its type does in archives that say it. */
export const beginsWith = (file: Uint8Array, name: string): boolean =>
  Buffer.from(file.buffer, file.byteOffset, file.byteLength).subarray(0, 200).includes(name);
