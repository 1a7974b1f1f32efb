import { duePeriodsOf, emptyEntryContent, yearJudgedIn } from '@malspar/reporting-model';
import type { WordsAbout } from '../history/file-values.js';

/** Words that pass every check, the same for each report. */
export const plainWords: WordsAbout = ({ title, targets }, series, period) => {
  const verdict = { verdict: 'largely', explanation: `Arbetet med ${title} följer planen.` } as const;
  const entries = targets.map((target) => {
    const due = duePeriodsOf(period, target);
    const values = (series.get(target.code) ?? []).filter((point) => due.includes(point.period));
    return {
      target,
      content: {
        ...emptyEntryContent,
        assessment: 'on_track' as const,
        values: values.map(({ period, value }) => ({ period, value })),
        noValueReason: values.length < due.length ? 'Underlaget är inte klart.' : '',
        comment: `${target.code} för ${period}.`,
      },
    };
  });
  const judged = targets.map(({ code }) => ({ targetCode: code, assessment: 'on_track' as const, comment: '' }));
  return { entries, verdict, year: yearJudgedIn(period) === null ? null : { ...verdict, targets: judged } };
};
