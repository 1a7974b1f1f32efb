interface Row {
  readonly name: string;
  readonly from: readonly string[];
  readonly to: string;
  readonly who: readonly string[];
}

export interface TableFault {
  readonly kind: 'unreachable' | 'dead_end' | 'duplicate' | 'no_one' | 'does_nothing';
  readonly subject: string;
}

/**
 * What is wrong with a table of transitions: states that cannot be reached from the first one, states that cannot be
 * left, a transition given twice from one state, one that nobody may take or that ends where it began.
 */
export function tableFaults(states: readonly string[], initial: string, table: readonly Row[]): TableFault[] {
  const arrows = table.flatMap((row) => row.from.map((from) => ({ ...row, from, key: `${row.name} from ${from}` })));
  const reached = reachableFrom(initial, arrows);
  const keys = arrows.map(({ key }) => key);
  const faults = (kind: TableFault['kind'], subjects: readonly string[]): TableFault[] =>
    subjects.map((subject) => ({ kind, subject }));
  return [
    ...faults(
      'unreachable',
      states.filter((state) => !reached.has(state)),
    ),
    ...faults(
      'dead_end',
      states.filter((state) => !arrows.some(({ from, to }) => from === state && to !== state)),
    ),
    ...faults('duplicate', [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))]),
    ...faults(
      'no_one',
      table.filter(({ who }) => who.length === 0).map(({ name }) => name),
    ),
    ...faults(
      'does_nothing',
      arrows.filter(({ from, to }) => from === to).map(({ key }) => key),
    ),
  ];
}

function reachableFrom(
  initial: string,
  arrows: readonly { readonly from: string; readonly to: string }[],
): Set<string> {
  const reached = new Set([initial]);
  // A set that grows while it is walked visits what is added.
  for (const state of reached) {
    for (const { from, to } of arrows) if (from === state) reached.add(to);
  }
  return reached;
}
