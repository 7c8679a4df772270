import { type Forgetting, forget } from './memory-forgetting.ts';
import type { ReportHead, ReportStore, StoredReport } from './report-store.ts';

const headOf = ({ page: _, embed: __, ...head }: StoredReport): ReportHead => head;

const keyOf = (article: string, sha256: string): string => `${article} ${sha256}`;

const byNumber = (one: ReportHead, other: ReportHead): number => one.number - other.number;

/** Published reports, as long as the process lasts. */
export const memoryReportStore = (): ReportStore & Forgetting => {
  const all = new Map<string, StoredReport>();
  const sealed = new Set<string>();
  const isSealed = ({ article, sha256 }: ReportHead): boolean => sealed.has(keyOf(article, sha256));
  const counted = (): readonly StoredReport[] => [...all.values()].filter(isSealed).sort(byNumber);
  return {
    forgetArticle: (article) => forget(all, (each) => each.article === article),
    put: async (report) => {
      const key = keyOf(report.article, report.sha256);
      if (!all.has(key)) all.set(key, report);
    },
    seal: async (article, sha256) => void sealed.add(keyOf(article, sha256)),
    unsealed: async () => [...all.values()].filter((each) => !isSealed(each)).map(headOf),
    forget: async (article, sha256) => {
      const key = keyOf(article, sha256);
      if (!sealed.has(key)) all.delete(key);
    },
    of: async (article) =>
      counted()
        .filter((each) => each.article === article)
        .map(headOf),
    read: async (slug, number) =>
      counted().findLast((each) => each.slug === slug && (number === undefined || each.number === number)),
    newest: async (limit, before) => {
      const last = new Map(counted().map((each) => [each.article, headOf(each)]));
      return [...last.values()]
        .filter(({ at }) => before === undefined || at < before)
        .sort((one, other) => (`${one.at} ${one.article}` < `${other.at} ${other.article}` ? 1 : -1))
        .slice(0, limit);
    },
  };
};
