/** A run of words that two wordings share, or that only the older (`out`) or the newer (`in`) has. */
export interface Run {
  readonly kind: 'same' | 'out' | 'in';
  readonly text: string;
}

/** The same runs with neighbours of one kind as one. */
export const joinedRuns = (runs: readonly Run[]): readonly Run[] => {
  const joined: Run[] = [];
  for (const { kind, text } of runs) {
    const last = joined.at(-1);
    if (text === '') continue;
    if (last?.kind === kind) joined[joined.length - 1] = { kind, text: last.text + text };
    else joined.push({ kind, text });
  }
  return joined;
};

/** Replaced words that only a space parts are shown as one replacement: easier to read than word for word. */
export const gathered = (runs: readonly Run[]): readonly Run[] => {
  const out: Run[] = [];
  let index = 0;
  while (index < runs.length) {
    const run = runs[index];
    if (!run) break;
    if (run.kind === 'same') {
      out.push(run);
      index += 1;
      continue;
    }
    let [old, fresh] = ['', ''];
    while (index < runs.length) {
      const each = runs[index];
      const bridges = each?.kind === 'same' && /^\s+$/.test(each.text) && index + 1 < runs.length;
      if (!each || (each.kind === 'same' && !bridges)) break;
      if (each.kind !== 'in') old += each.text;
      if (each.kind !== 'out') fresh += each.text;
      index += 1;
    }
    if (old !== '') out.push({ kind: 'out', text: old });
    if (fresh !== '') out.push({ kind: 'in', text: fresh });
  }
  return out;
};
