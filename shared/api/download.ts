/** Bytes that are read as they come; reading rejects with `NoAnswer` where they break off. */
export interface Download {
  /** What the server calls the file; empty where it does not say. */
  readonly name: string;
  readonly mediaType: string;
  /** In bytes, where the server says so beforehand. */
  readonly size?: number;
  readonly body: AsyncIterable<Uint8Array>;
}

/** The name of a file in a `Content-Disposition` (RFC 6266): the one in any script before the plain one. */
export const nameIn = (disposition: string): string => {
  const extended = /filename\*=UTF-8''([^;\s]+)/i.exec(disposition)?.[1];
  const plain = /filename="([^"]*)"/i.exec(disposition)?.[1] ?? '';
  try {
    return extended === undefined ? plain : decodeURIComponent(extended);
  } catch {
    return plain;
  }
};
