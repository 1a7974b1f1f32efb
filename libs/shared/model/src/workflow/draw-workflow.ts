import type { Transition, Workflow, WorkflowTerms } from './workflow.js';

/** What everything in a workflow is called, in one language. */
export interface WorkflowWords<T extends WorkflowTerms> {
  readonly title: string;
  /** Where the table is, said under the title. */
  readonly source: string;
  /** The table's headings: transition, from, to, who, demands, effects. */
  readonly headings: readonly [string, string, string, string, string, string];
  readonly states: Readonly<Record<T['state'], string>>;
  readonly transitions: Readonly<Record<T['transition'], string>>;
  readonly relations: Readonly<Record<T['relation'], string>>;
  readonly demands: Readonly<Record<T['demand'], string>>;
  readonly effects: Readonly<Record<Transition<T>['effects'][number], string>>;
}

/** A workflow's table as a Markdown page: a Mermaid state diagram and a table, with the code words. */
export function drawWorkflow<T extends WorkflowTerms>(workflow: Workflow<T>, words: WorkflowWords<T>): string {
  const stateWord = (state: T['state']): string => words.states[state];
  const transitionWord = (name: T['transition']): string => words.transitions[name];
  const arrows = workflow.transitions.flatMap((row) =>
    row.from.map((from) => `    ${from} --> ${row.to}: ${transitionWord(row.name)} (${row.name})`),
  );
  const cells = ({ name, from, to, who, demands, effects }: Transition<T>): string[] => [
    `${transitionWord(name)} \`${name}\``,
    from.map(stateWord).join(', '),
    stateWord(to),
    who.map((relation: T['relation']) => words.relations[relation]).join(', '),
    demands.map((demand) => words.demands[demand.name]).join('; '),
    effects.map((effect) => words.effects[effect]).join('; '),
  ];
  const line = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`;
  return [
    `# ${words.title}`,
    '',
    words.source,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...workflow.states.map((state) => `    ${state}: ${stateWord(state)} (${state})`),
    `    [*] --> ${workflow.initial}`,
    ...arrows,
    '```',
    '',
    line(words.headings),
    '|---|---|---|---|---|---|',
    ...workflow.transitions.map((row) => line(cells(row))),
    '',
  ].join('\n');
}
