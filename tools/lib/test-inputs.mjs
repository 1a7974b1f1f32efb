// What each test depends on, as a key: two runs with the same key would give the same result. What a project imports is
// Nx's to say; everything that is not sure counts.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { digestOf, isCatalogue, isDocument } from './checkout-files.mjs';
import { at } from './root.mjs';

/** @typedef {import('./checkout-files.mjs').Part} Part */
/** @typedef {import('./checkout-files.mjs').Checkout} Checkout */
/** @typedef {{roots: Map<string, string>, imports: Map<string, readonly string[]>}} Projects */

const TEST = /\.(spec\.(ts|mjs)|e2e\.ts|journey\.ts)$/;
const ON_A_DATABASE = /\.medium\.spec\.ts$/;
/** Pages of the internal app, by their address or by who signs in to them. */
const OPENS_THE_APP = /\/app\b|\.\/(people|places)\.js'/;
/** Copies the checkout, registers a domain in it, and puts the copy to lint, types and specs. */
const NEW_DOMAIN = 'tools/new-domain/new-domain.spec.mjs';
const NEW_DOMAIN_READS = /^(README\.md|docs\/architecture\.md)$|^libs\/shared\/web\/src\/i18n\//;
/** Of the environment, what differs from terminal to terminal and no test reads. */
const OF_THE_TERMINAL =
  /^(_|npm_.*|INIT_CWD|SHLVL|PWD|OLDPWD|COLUMNS|LINES|TERM.*|COLORTERM|LS_COLORS|HIST.*|WINDOWID|TMUX.*|STY|SSH_.*|XDG_.*|DBUS_.*|VSCODE_.*)$/;

/** @returns {string} the machine, Node, the environment and the day: demo data counts from today */
export function surroundings(env = process.env, today = new Date()) {
  const named = Object.entries(env).filter(([name]) => !OF_THE_TERMINAL.test(name));
  return JSON.stringify([process.platform, process.arch, process.version, today.toDateString(), named.sort()]);
}

/** @returns {Projects} as Nx drew them last (project-graph.mjs) */
export function readProjects() {
  const { nodes, dependencies } = JSON.parse(readFileSync(at('.nx', 'workspace-data', 'project-graph.json'), 'utf8'));
  return {
    roots: new Map(Object.entries(nodes).map(([name, { data }]) => [name, data.root])),
    imports: new Map(
      Object.entries(dependencies).map(([name, found]) => [name, found.map((/** @type {any} */ each) => each.target)]),
    ),
  };
}

/** The keys of tests in one state of the checkout. */
export class TestInputs {
  #checkout;
  #projects;
  #around;

  /**
   * @param {Checkout} checkout
   * @param {Projects} projects
   * @param {string} around what the tests run in
   */
  constructor(checkout, projects, around) {
    this.#checkout = checkout;
    this.#projects = projects;
    this.#around = around;
  }

  /** Of lint and types, for which all that is code counts, and of each catalogue which texts it has. */
  ofSources() {
    return this.#key((path) => (isDocument(path) ? undefined : isCatalogue(path) ? 'shape' : 'content'));
  }

  /** Of what is built and started. */
  ofProduct() {
    return this.#key((path) => (isDocument(path) ? undefined : 'content'));
  }

  /** @param {string} path of a spec, or of a journey over HTTP */
  ofSpec(path) {
    if (path === NEW_DOMAIN) return this.#key(newDomainPart);
    const isOnDatabase = ON_A_DATABASE.test(path) || path.startsWith('apps/api-e2e/');
    // Other specs of the shells and the tools look at the whole checkout.
    if (!isOnDatabase && !path.startsWith('libs/')) return this.#key(() => 'content');
    const text = String(this.#checkout.read(path));
    const needs = this.#reachedFrom(path, isOnDatabase ? ['api'] : []);
    return this.#key((other) => {
      if (isDocument(other)) return text.includes(other) ? 'content' : undefined;
      return other === path || needs(other) ? 'content' : undefined;
    });
  }

  /**
   * @param {readonly string[]} paths journeys that go one after the other on one stack
   * @param {string} browser the one they run in
   */
  ofJourneys(paths, browser) {
    const opensTheApp = paths.some((path) => OPENS_THE_APP.test(String(this.#checkout.read(path))));
    const needs = this.#reachedFrom(paths[0] ?? '', opensTheApp ? ['api', 'web'] : ['api']);
    const part = (/** @type {string} */ other) => !isDocument(other) && (paths.includes(other) || needs(other));
    return this.#key((other) => (part(other) ? 'content' : undefined), browser);
  }

  /**
   * @param {string} path
   * @param {readonly string[]} more projects that run beside the one that the path is in
   * @returns {(other: string) => boolean} whether a file is one of theirs, of what they import, or nobody's
   */
  #reachedFrom(path, more) {
    const { roots, imports } = this.#projects;
    const owner = [...roots].find(([, root]) => path.startsWith(`${root}/`))?.[0];
    if (!owner) throw new Error(`${path} is in no project.`);
    const reached = new Set([owner, '@malspar/shared-testing', ...more]);
    for (const name of reached) for (const next of imports.get(name) ?? []) reached.add(next);
    const others = [...roots].filter(([name]) => !reached.has(name)).map(([, root]) => `${root}/`);
    return (other) => !TEST.test(other) && !others.some((root) => other.startsWith(root));
  }

  /** @param {(path: string) => Part | undefined} partOf */
  #key(partOf, more = '') {
    const { paths, digest } = this.#checkout;
    const files = paths.flatMap((path) => {
      const part = partOf(path);
      return part ? `${path} ${part} ${digest(path, part)}` : [];
    });
    return digestOf([this.#around, more, ...files].join('\n'));
  }
}

/** @returns {Part | undefined} */
function newDomainPart(/** @type {string} */ path) {
  if (NEW_DOMAIN_READS.test(path)) return 'content';
  if (isDocument(path)) return undefined;
  return isCatalogue(path) ? 'shape' : 'content';
}

/** @returns {string} a program that is told apart from the one that comes after an update */
export function programMark(/** @type {string} */ path) {
  if (!existsSync(path)) return path;
  const { size, mtimeMs } = statSync(path);
  return `${path} ${size} ${mtimeMs}`;
}
