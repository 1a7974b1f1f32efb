import { readFileSync } from 'node:fs';
import { readPlanFile } from '@malspar/plan-model';
import type { ApprovedReport } from '../composing/composition.js';
import { overtakenIn } from './overtaken.js';
import { PublishedHistory } from '../testing/published-history.js';

const reading = readPlanFile(JSON.parse(readFileSync('tools/seed/data/miljoplan-2021-2025.json', 'utf8')));
if (!reading.ok) throw new Error('the seed cannot be read');
const CODE = 'R1';
const AREA = 'resor-och-transporter';
const plan = { ...reading.plan, focusAreas: reading.plan.focusAreas.filter(({ slug }) => slug === AREA) };

type Content = ApprovedReport['content'];
const entryIn = ({ entries }: Content) => entries.find(({ targetCode }) => targetCode === CODE)!.content;
const parts = [{ label: 'Tjänsteresor', value: '12.5' }];
const measure = { text: 'Köp tåg.', responsible: 'Resesamordnaren', dueOn: '2024-12-31' };

/** Each thing that can be said of a period, how it is said and how it is taken away. */
const KINDS: readonly [string, RegExp, (content: Content) => void, (content: Content) => void][] = [
  ['a value', /^Utfall/, () => undefined, (content) => Object.assign(entryIn(content), { values: [] })],
  [
    'a reason for its absence',
    /^Varför utfall saknas/,
    (content) => Object.assign(entryIn(content), { values: [], noValueReason: 'Mätaren var trasig.' }),
    (content) => Object.assign(entryIn(content), { noValueReason: '' }),
  ],
  [
    'a verdict',
    /^Samlad bedömning/,
    (content) => Object.assign(content.verdict, { verdict: 'not' }),
    (content) => Object.assign(content.verdict, { verdict: null }),
  ],
  [
    'the reasons for a verdict',
    /^Motivering/,
    (content) => Object.assign(content.verdict, { explanation: 'Det gick inte.' }),
    (content) => Object.assign(content.verdict, { explanation: '' }),
  ],
  [
    'an assessment',
    /^Målbedömning/,
    (content) => Object.assign(entryIn(content), { assessment: 'uncertain' }),
    (content) => Object.assign(entryIn(content), { assessment: null }),
  ],
  [
    'a comment',
    /^Kommentar/,
    (content) => Object.assign(entryIn(content), { comment: 'Så gick det.' }),
    (content) => Object.assign(entryIn(content), { comment: '' }),
  ],
  [
    'a part',
    /^Del: Tjänsteresor/,
    (content) => Object.assign(entryIn(content), { parts }),
    (content) => Object.assign(entryIn(content), { parts: [] }),
  ],
  [
    'a measure',
    /^Åtgärd( |,)/,
    (content) => Object.assign(entryIn(content), { measure }),
    (content) => Object.assign(entryIn(content), { measure: null }),
  ],
  [
    'when a measure is done',
    /^Åtgärden klar/,
    (content) => Object.assign(entryIn(content), { measure }),
    (content) => Object.assign(entryIn(content), { measure: { ...measure, dueOn: null } }),
  ],
];

/** What else the version after may change: nothing, or something beside it in the same report. */
const BESIDE: readonly [string, (content: Content) => void][] = [
  ['changes nothing', () => undefined],
  [
    'changes other things',
    (content) => {
      const entry = entryIn(content);
      entry.milestones = [];
      if (entry.comment !== '') entry.comment += ' Och mer.';
      else entry.noValueReason += ' Och mer.';
      if (content.verdict.explanation !== '') content.verdict.explanation += ' Och mer.';
      else content.verdict.verdict = 'partly';
    },
  ],
];

const bySource = (made: PublishedHistory, nth: number, what: RegExp): string[] =>
  overtakenIn(made.reports[nth]!, made.word, made.reports).flatMap((each) =>
    what.test(each.what.sv) && each.period === '2024-Q1' ? [`${each.by.period} v${each.by.version}`] : [],
  );

describe.each(KINDS)('%s', (kind, what, say, takeAway) => {
  describe.each(BESIDE)('where the version after %s', (beside, changeBeside) => {
    // A later report has the series and the verdicts over time.
    const isOverTime = kind === 'a value' || kind === 'a verdict';
    const isBeside = (kind === 'a comment' || kind.startsWith('the reasons')) && beside !== 'changes nothing';

    it('is taken away by the version that did so, in the report itself and in a later one', () => {
      const made = new PublishedHistory(plan).correct(AREA, '2024-Q1', say);
      made.publish('2024-Q1', { series: {} });
      made.publish('2024-Q2', { series: {} });
      made.correct(AREA, '2024-Q1', takeAway).publish('2024-Q1', { series: {} });
      made.correct(AREA, '2024-Q1', changeBeside).publish('2024-Q1', { series: {} });
      expect(bySource(made, 0, what)).toEqual(['2024-Q1 v2']);
      expect(bySource(made, 1, what)).toEqual(isOverTime ? ['2024-Q1 v2'] : []);
      expect(bySource(made, 2, what)).toEqual([]);
    });

    it('is said by the version that first did so, until another says otherwise', () => {
      const made = new PublishedHistory(plan).correct(AREA, '2024-Q1', say).correct(AREA, '2024-Q1', takeAway);
      made.publish('2024-Q1', { series: {} });
      if (kind === 'a value') made.correctValue(CODE, '2024-Q1', '777.7');
      made.correct(AREA, '2024-Q1', say).publish('2024-Q1', { series: {} });
      made.correct(AREA, '2024-Q1', changeBeside).publish('2024-Q1', { series: {} });
      expect(bySource(made, 0, what)).toEqual([isBeside ? '2024-Q1 v3' : '2024-Q1 v2']);
      made.correct(AREA, '2024-Q1', takeAway).publish('2024-Q1', { series: {} });
      expect(bySource(made, 0, what)).toEqual([]);
      expect(bySource(made, 1, what)).toEqual(['2024-Q1 v4']);
    });
  });
});
