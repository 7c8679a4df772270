import { figureOf, type Row } from '../results.ts';
import { runScript } from '../server-process.ts';
import { type Figures, medians, spread } from '../statistics.ts';
import type { Measure } from './measure.ts';

const SIZES = { '100 KB': 100_000, '1 MB': 1_000_000 } as const;
const CLAIMS = [0, 1_000, 10_000] as const;
const KINDS = { Touchstone: 'ours', 'plain ProseMirror': 'plain' } as const;
const WORST = '1 MB, 10,000 claims';

const once = async (size: number, claims: number, keys: number, kind: string): Promise<Figures> => {
  const said = await runScript('bench/measures/keystroke-child.ts', [size, claims, keys, kind].map(String));
  const times = JSON.parse(said) as Readonly<Record<'key' | 'act' | 'entry', readonly number[]>>;
  const rest = kind === 'ours' ? { ...spread(times.act, 'session'), ...spread(times.entry, 'own entry') } : {};
  return { ...spread(times.key), ...rest };
};

/** What one key costs before anything is drawn: the session and the editor's state. */
export const keystroke: Measure = {
  name: 'keystroke',
  title: 'One keystroke in the client state (session, editor state with highlights and history; ms)',
  run: async ({ rounds, share }) => {
    const rows: Row[] = [];
    for (const [sized, size] of Object.entries(SIZES)) {
      for (const claims of CLAIMS) {
        const found = new Map<string, Figures[]>();
        for (let round = 0; round < Math.min(rounds, 2); round += 1) {
          for (const [subject, kind] of Object.entries(KINDS)) {
            const figures = await once(size, claims, Math.max(400, 1_200 * share), kind);
            found.set(subject, [...(found.get(subject) ?? []), figures]);
          }
        }
        const setting = `${sized}, ${claims.toLocaleString('en')} claims`;
        rows.push(...[...found].map(([subject, figures]) => ({ setting, subject, figures: medians(figures) })));
      }
    }
    const worst = (figure: string, subject = 'Touchstone'): number => figureOf(rows, WORST, subject, figure);
    return {
      rows,
      ratios: [
        { of: `a key p50 in ms, ${WORST}`, value: worst('p50'), most: 0.25 },
        { of: `a key p99 in ms, ${WORST}`, value: worst('p99'), most: 2 },
        {
          of: 'p50 × plain ProseMirror with as many decorations',
          value: worst('p50') / worst('p50', 'plain ProseMirror'),
        },
      ],
    };
  },
};
