const LEVELS: Readonly<Record<string, number>> = { not: 1, partly: 2, largely: 3, fully: 4 };

/** The steps that a verdict is drawn with; how many are filled tells verdicts apart without colour. */
export const verdictSteps = [1, 2, 3, 4] as const;

/** How many of a verdict's steps are filled; none where there is no verdict. */
export const verdictLevel = (verdict: string | null): number => LEVELS[verdict ?? ''] ?? 0;
