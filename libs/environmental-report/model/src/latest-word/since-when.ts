import type { PublishedReport } from '../published-report.js';
import type { LatestWord } from './latest-word.js';

/** One reading of the latest word; null where nothing is said. */
export type Reading = (word: LatestWord) => string | null;

/** The version since which a reading of a target (or, without one, of areas as a whole) is what it is now. */
export type SinceWhen = (targetCode: string | null, read: Reading) => PublishedReport | undefined;

/**
 * Replays what was published, version by version, for one target at a time. A later version of the same period that
 * touches nothing, or touches something else, is thereby never taken for the one that changed or took away something.
 */
export function replayOf(
  versions: readonly PublishedReport[],
  latestWord: (reports: readonly PublishedReport[]) => LatestWord,
): SinceWhen {
  const replays = new Map<string | null, readonly LatestWord[]>();
  const wordsOf = (targetCode: string | null): readonly LatestWord[] => {
    const known = replays.get(targetCode);
    if (known) return known;
    const only = versions.map((version) => onlyOf(version, targetCode));
    const words = only.map((_, nth) => latestWord(only.slice(0, nth + 1)));
    replays.set(targetCode, words);
    return words;
  };
  return (targetCode, read) => {
    const words = wordsOf(targetCode);
    const latest = words.at(-1);
    const now = latest ? read(latest) : null;
    return versions[1 + words.findLastIndex((word) => read(word) !== now)];
  };
}

const onlyOf = (version: PublishedReport, targetCode: string | null): PublishedReport => ({
  ...version,
  areas: version.areas.map((area) => ({ ...area, targets: area.targets.filter(({ code }) => code === targetCode) })),
});
