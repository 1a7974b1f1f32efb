// The picture of rooms and arrows in docs/architecture.md, drawn from what production code imports.
import { readFileSync, writeFileSync } from 'node:fs';
import { at } from './root.mjs';
import { productionFiles } from './sources.mjs';

const PAGE = at('docs', 'architecture.md');
const MARKS = ['<!-- drawn: rooms -->', '<!-- /drawn -->'];
const IMPORT = /from '@malspar\/([a-z-]+?)(?:\/[a-z/-]+)?'|import\('@malspar\/([a-z-]+?)(?:\/[a-z/-]+)?'\)/g;

/**
 * @returns {Map<string, string[]>} for each project, in order, those it imports; `plan-api`, or the shells `api`, `web`
 */
export function importsOfProjects() {
  /** @type {Map<string, Set<string>>} */
  const imports = new Map();
  for (const path of productionFiles()) {
    const project = projectOf(path);
    const found = imports.get(project) ?? new Set();
    imports.set(project, found);
    for (const [, still, lazy] of readFileSync(at(path), 'utf8').matchAll(IMPORT)) {
      const other = still ?? lazy;
      if (other && other !== project) found.add(other);
    }
  }
  return new Map([...imports].sort(byName).map(([project, others]) => [project, [...others].sort()]));
}

/** @returns {string} a Mermaid chart: one frame for each domain, one arrow for each import that is not of `shared` */
function drawRooms() {
  const imports = importsOfProjects();
  const domains = Map.groupBy(imports.keys(), (project) => (project.includes('-') ? domainOf(project) : 'shells'));
  const frames = [...domains]
    .sort(byName)
    .flatMap(([domain, projects]) => [
      `  subgraph ${domain}`,
      ...projects.map((project) => `    ${project}[${project.includes('-') ? sideOf(project) : project}]`),
      '  end',
    ]);
  const arrows = [...imports].flatMap(([project, others]) =>
    others.filter((other) => domainOf(other) !== 'shared').map((other) => `  ${project} --> ${other}`),
  );
  return ['```mermaid', 'flowchart TB', ...frames, ...arrows, '```'].join('\n');
}

/** @returns {string} docs/architecture.md as it should be */
export function pageWithDrawing(page = readFileSync(PAGE, 'utf8')) {
  const [before = '', rest = ''] = page.split(MARKS[0] ?? '');
  const [, after] = rest.split(MARKS[1] ?? '');
  if (after === undefined) throw new Error(`${PAGE} has lost the marks that the drawing stands between.`);
  return `${before}${MARKS[0]}\n\n${drawRooms()}\n\n${MARKS[1]}${after}`;
}

/** Puts the drawing in its place. */
export function drawArchitecture() {
  writeFileSync(PAGE, pageWithDrawing());
}

function projectOf(/** @type {string} */ path) {
  const [top, domain = '', side] = path.split('/');
  return top === 'apps' ? domain : `${domain}-${side}`;
}

// A domain's name may hold a hyphen, a side's never does.
const domainOf = (/** @type {string} */ project) => project.slice(0, project.lastIndexOf('-'));
const sideOf = (/** @type {string} */ project) => project.slice(project.lastIndexOf('-') + 1);
const byName = (/** @type {[string, unknown]} */ [one], /** @type {[string, unknown]} */ [other]) =>
  one < other ? -1 : 1;
