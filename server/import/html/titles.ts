/** A text on one line. */
export const single = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The entities that pages put into their data as if it were a page. */
export const decoded = (text: string): string =>
  text
    .replaceAll(/&#(x?)([0-9a-f]+);/gi, (whole, hex: string, digits: string) => {
      const code = Number.parseInt(digits, hex ? 16 : 10);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const SEPARATOR = /\s+[|–—\-·•»«\\>]{1,2}\s+|\s*[|ㅣ｜]\s*/;

/** A page's title without the name of its site, which stands before or behind a sign. */
export const withoutSite = (title: string, site: string): string => {
  const parts = title.split(SEPARATOR);
  if (parts.length < 2) return title;
  const isSite = (part: string): boolean => site !== '' && single(part).toLowerCase() === site.toLowerCase();
  const rest = parts.filter((part) => !isSite(part));
  if (rest.length === 0 || rest.length === parts.length) {
    // The name is not known: the headline is the longest by far, or all of it.
    const longest = parts.reduce((most, part) => (part.length > most.length ? part : most), '');
    return longest.length >= title.length * 0.6 && longest.split(' ').length >= 3 ? single(longest) : title;
  }
  const [first = '', last = ''] = [rest[0], rest.at(-1)];
  return single(title.slice(title.indexOf(first), title.lastIndexOf(last) + last.length));
};
