import type { PublishedReport } from '../published-report.js';

/** The report as early versions were published: with the owner's explanations of what the checks asked about. */
export const withExplanations = (report: PublishedReport, text: string): PublishedReport => ({
  ...report,
  areas: report.areas.map((area) => ({
    ...area,
    targets: area.targets.map((target) => ({
      ...target,
      answer: { ...target.answer, explanations: [{ check: 'outside_series', text }] },
      earlierAnswers: target.earlierAnswers.map((entry) => ({
        ...entry,
        explanations: [{ check: 'outside_series', text }],
      })),
    })),
  })),
});
