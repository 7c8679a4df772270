/** How much a media type is wanted, from 0 to 1, by an `Accept` header (RFC 9110 §12.5.1): the most specific range counts. */
const wanted = (accept: string, type: string): number => {
  const [kind] = type.split('/');
  const ranges = accept.split(',').map((each) => {
    const [range = '', ...parameters] = each.split(';').map((part) => part.trim().toLowerCase());
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    return { range, q: q === undefined ? 1 : Number(q.slice(2)) || 0 };
  });
  for (const range of [type, `${kind}/*`, '*/*']) {
    const found = ranges.find((each) => each.range === range);
    if (found) return found.q;
  }
  return 0;
};

/** Whether who asks wants a page to look at, rather than data: who asks for nothing gets data. */
export const wantsPage = (accept = ''): boolean => {
  const data = ['application/ld+json', 'application/json'].map((type) => wanted(accept, type));
  return wanted(accept, 'text/html') > Math.max(...data);
};
