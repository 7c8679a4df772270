const LONGEST = 80;

const withDashes = (title: string, kept: RegExp): string =>
  title
    .normalize('NFC')
    .replaceAll(kept, '-')
    .slice(0, LONGEST)
    .toWellFormed()
    .replaceAll(/^-+|-+$/g, '');

/**
 * The `Content-Disposition` of a file named after an article: letters and digits only, so that no system reads a path or a command
 * in it (RFC 6266, appendix D: once in ASCII, once as it is).
 */
export const attachment = (title: string, extension: string): string => {
  const plain = withDashes(title.normalize('NFD').replaceAll(/\p{M}/gu, ''), /[^a-z0-9]+/gi) || 'article';
  const full = withDashes(title, /[^\p{L}\p{M}\p{N}]+/gu) || 'article';
  return `attachment; filename="${plain}.${extension}"; filename*=UTF-8''${encodeURIComponent(full)}.${extension}`;
};
