import type { FileCursor } from './file-cursor.js';
import type { PlanFileFault, PlanFileFaultCode } from './plan-file-faults.js';

/** Items whose key has been seen before, each pointing at the first of them. */
function duplicates(keys: readonly FileCursor[]): PlanFileFault[] {
  const first = new Map<string, string>();
  return keys.flatMap((key): PlanFileFault[] => {
    const value = key.text ?? key.number?.toString();
    if (value === undefined) return [];
    const earlier = first.get(value);
    if (earlier === undefined) first.set(value, key.path);
    return earlier === undefined ? [] : [{ path: key.path, code: 'duplicate', params: { value, first: earlier } }];
  });
}

const textsOf = (cursors: readonly FileCursor[]): ReadonlySet<string> =>
  new Set(cursors.flatMap((cursor) => cursor.text ?? []));

function unknown(code: PlanFileFaultCode, known: ReadonlySet<string>, references: FileCursor[]): PlanFileFault[] {
  return references.flatMap(({ text, path }) =>
    text === undefined || known.has(text) ? [] : [{ path, code, params: { value: text } }],
  );
}

const SOURCE_KEYS = ['source', 'baselineSource', 'targetSource'];
/** Deeper than any plan file goes; a file made to exhaust the stack stops here. */
const DEEPEST = 12;

/** Every place in the file that names a source. */
function sourceReferences(here: FileCursor, depth = 0): FileCursor[] {
  if (depth > DEEPEST) return [];
  return here
    .children()
    .flatMap(([key, child]) =>
      SOURCE_KEYS.includes(key) && child.text !== undefined ? [child] : sourceReferences(child, depth + 1),
    );
}

/** References that lead nowhere, and keys that are given twice. */
export function referenceFaults(file: FileCursor): PlanFileFault[] {
  const goals = file.items('overarchingGoals');
  const departments = file.items('departments');
  const areas = file.items('focusAreas');
  const targets = areas.flatMap((area) => area.items('targets'));
  const scale = file.at('verdicts').items('scale');
  const known = file.at('verdicts').items('known');
  const areaSlugs = textsOf(areas.map((area) => area.at('slug')));

  return [
    ...[goals, departments, areas, file.items('drivers')].flatMap((list) =>
      duplicates(list.map((item) => item.at('slug'))),
    ),
    ...[goals, areas].flatMap((list) => duplicates(list.map((item) => item.at('number')))),
    ...duplicates(targets.map((target) => target.at('code'))),
    ...duplicates(scale.map((verdict) => verdict.at('code'))),
    ...duplicates(known.map((year) => year.at('year'))),
    ...duplicates(file.items('climateGoals').map((goal) => goal.at('year'))),
    ...areas.flatMap((area) => duplicates(area.items('goals'))),
    ...targets.flatMap((target) =>
      duplicates(
        target
          .at('indicator')
          .items('series')
          .map((p) => p.at('period')),
      ),
    ),
    ...unknown(
      'unknown-goal',
      textsOf(goals.map((goal) => goal.at('slug'))),
      areas.flatMap((area) => area.items('goals')),
    ),
    ...unknown(
      'unknown-department',
      textsOf(departments.map((department) => department.at('slug'))),
      areas.map((area) => area.at('department')),
    ),
    ...unknown('unknown-source', new Set(file.members('sources').map(([key]) => key)), sourceReferences(file)),
    ...known.flatMap((year) => [
      ...year
        .members('byFocusArea')
        .filter(([slug]) => !areaSlugs.has(slug))
        .map(([value, { path }]): PlanFileFault => ({ path, code: 'unknown-focus-area', params: { value } })),
      ...unknown(
        'unknown-verdict',
        textsOf(scale.map((verdict) => verdict.at('code'))),
        year.members('byFocusArea').map(([, verdict]) => verdict),
      ),
    ]),
  ];
}
