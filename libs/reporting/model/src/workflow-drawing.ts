import { ReportState, type TransitionName } from './states.js';
import { type Demand, type Effect, INITIAL_STATE, type Relation, type Transition, workflow } from './workflow.js';

const STATE: Record<ReportState, string> = {
  draft: 'Utkast',
  submitted: 'Inskickad',
  returned: 'Återsänd',
  endorsed: 'Tillstyrkt',
  approved: 'Godkänd',
  published: 'Publicerad',
};

const TRANSITION: Record<TransitionName, string> = {
  submit: 'Skicka in',
  withdraw: 'Återta',
  endorse: 'Tillstyrk',
  return: 'Återsänd',
  approve: 'Godkänn',
  reopen: 'Öppna igen',
  publish: 'Publicera',
  correct: 'Rätta',
  'cancel-correction': 'Ångra rättelsen',
};

const RELATION: Record<Relation, string> = {
  owner: 'målområdesansvarig',
  manager: 'verksamhetschef',
  coordinator: 'miljösamordnare',
};

const DEMAND: Record<Demand, string> = {
  checks: 'inga öppna kontroller',
  revisionHash: 'anger versionens kontrollsumma',
  reason: 'skäl',
  notWriter: 'ingen som har skrivit eller skickat in',
  notEndorser: 'inte den som tillstyrkte',
  correction: 'bara under en rättelse',
  publication: 'endast som del av en publicering',
};

const EFFECT: Record<Effect, string> = {
  freezes: 'fryser versionen',
  endorses: 'antecknar vem som tillstyrkte',
  restores: 'lägger tillbaka den publicerade versionen',
  endsRound: 'vilka som har skrivit räknas på nytt',
  takesComments: 'kommentarer kan följa med',
};

/**
 * The workflow's table as a Markdown page: a Mermaid state diagram and a table, in Swedish with the code words.
 * Written to `docs/workflows/`; never edited there.
 */
export function drawWorkflow(table: readonly Transition[] = workflow): string {
  const states = ReportState.options.map((state) => `    ${state}: ${STATE[state]} (${state})`);
  const arrows = table.flatMap((row) =>
    row.from.map((from) => `    ${from} --> ${row.to}: ${TRANSITION[row.name]} (${row.name})`),
  );
  return [
    '# Rapportens arbetsflöde',
    '',
    'Ritad ur tabellen i `libs/reporting/model/src/workflow.ts`.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...states,
    `    [*] --> ${INITIAL_STATE}`,
    ...arrows,
    '```',
    '',
    '| Steg | Från | Till | Vem | Kräver | Gör |',
    '|---|---|---|---|---|---|',
    ...table.map(tableRow),
    '',
  ].join('\n');
}

function tableRow(row: Transition): string {
  const cells = [
    `${TRANSITION[row.name]} \`${row.name}\``,
    row.from.map((state) => STATE[state]).join(', '),
    STATE[row.to],
    row.who.map((relation) => RELATION[relation]).join(', '),
    row.demands.map((demand) => DEMAND[demand]).join('; '),
    row.effects.map((effect) => EFFECT[effect]).join('; '),
  ];
  return `| ${cells.join(' | ')} |`;
}
