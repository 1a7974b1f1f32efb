/* Words that the glossary keeps for one meaning are not used as names of something else. */
import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { at } from './lib/root.mjs';

/** Names of the public form and of what lies in the log, which stay as they are. */
const KEPT =
  /audit-kinds\.ts$|report-comment\.service\.ts$|feedback-desk\.ts$|\/(feedback\.e2e|same-values\.e2e|publishing|hostile-texts\.journey)\.ts$/;

/** Fields of published JSON and open data: read and written by these names, and given to nothing else. */
const PUBLISHED = new Set(['answer', 'Answer', 'earlierAnswers', 'figures']);
const WITH_PUBLISHED = /^libs\/(environmental-report|site)\//;

/** What is called a figure because it is one: a chart with its caption and table. */
const CHART =
  'figure|Figure|(parts|progress|series|overview|verdicts|Published|Chart)Figure|TargetFigures|figureOf(Targets|Parts)|[fF]igure(Words|Table|Cell)';

const WORDS = [
  {
    word: 'answer',
    rather: 'entry, reply, response (of HTTP) or vote (of a visitor)',
    names: /^#?(answers?|answered\w*|\w+Answers?|Answer\w*)$/,
    within: /^(libs|apps)\//,
  },
  {
    word: 'figure',
    rather: 'value, where a number is meant',
    names: /figure/i,
    within: /^libs\/reporting\/(model|api)\/|^libs\/demo\//,
  },
  {
    word: 'figure',
    rather: 'value, where it is not a chart (those are listed above)',
    names: new RegExp(`^(?!(${CHART})$)(?!configure).*figure`, 'i'),
    within: WITH_PUBLISHED,
  },
  {
    word: 'step',
    rather: 'transition (of a workflow) or stage (of the board)',
    names: /^(steps?|STEPS?|Step\w*|\w+Step)$/,
    within: /^libs\/(reporting\/(api\/src\/transitions|web\/src\/feature-board)|shared\/(model|api)\/src\/workflow)\//,
  },
  { word: 'blocks', rather: 'blockers (of a publication)', names: /^blocks(Of)?$/, within: /^libs\/publication\// },
  { word: 'item', rather: 'event (in the log)', names: /^AuditItems?$/, within: /^(libs|apps)\// },
  { word: 'objection', rather: 'fault', names: /objection|obstacle/i, within: /^(libs|apps|tools)\// },
];

const files = globSync('{libs,apps,tools}/**/*.{ts,mjs}', { cwd: at('.') })
  .filter((path) => !/(^|\/)(dist|node_modules|migrations)\/|\.d\.ts$/.test(path))
  .map((path) => ({ path, text: readFileSync(at(path), 'utf8') }));

/**
 * Whether a name only reads or writes a field: `entry.answer`, `{ answer: … }`, `({ answer }) =>`, and what comes of it.
 *
 * @param {ts.Identifier | ts.PrivateIdentifier} node
 */
const isNoField = ({ parent, text }) =>
  'name' in parent && parent.name !== undefined && /** @type {ts.Node} */ (parent.name).getText() === text
    ? !ts.isPropertyAccessExpression(parent) && !ts.isPropertyAssignment(parent) && !isTaken(parent)
    : ts.isTypeReferenceNode(parent);

/** @param {ts.Node} node `{ answer }` where something is taken apart; not `{ reply: answer }`, which gives the name. */
const isTaken = (node) => ts.isBindingElement(node) && node.propertyName === undefined;

/**
 * Names in a file's code, without those in strings and comments, nor published ones that are only fields.
 *
 * @param {string} path
 * @param {string} text
 * @returns {Set<string>}
 */
function namesIn(path, text) {
  const names = new Set();
  const kept = WITH_PUBLISHED.test(path) ? PUBLISHED : new Set();
  /** @param {ts.Node} node */
  const visit = (node) => {
    if ((ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) && (!kept.has(node.text) || isNoField(node)))
      names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return names;
}

describe('the words of the house', () => {
  it.each(WORDS)('$word: $rather', ({ word, names, within }) => {
    const chosen = files.filter(
      ({ path, text }) => within.test(path) && !KEPT.test(path) && new RegExp(word, 'i').test(text),
    );
    const found = chosen.flatMap(({ path, text }) =>
      [...namesIn(path, text)].filter((name) => names.test(name)).map((name) => `${path}: ${name}`),
    );
    expect(found).toEqual([]);
  });

  it('are sought where there is code', () => {
    for (const { within } of WORDS) expect(files.filter(({ path }) => within.test(path)).length).toBeGreaterThan(5);
    expect(namesIn('a.ts', "const answer = 'figure'; // step")).toEqual(new Set(['answer']));
  });

  it('are sought beside published names, which stay fields', () => {
    const namesAt = (/** @type {string} */ text) =>
      [...namesIn('libs/site/a.ts', text)].filter((name) => PUBLISHED.has(name));
    for (const text of ['x({ answer: 1 })', 'x(target.answer)', 'x(({ answer }) => answer.period)'])
      expect([text, namesAt(text)]).toEqual([text, []]);
    for (const text of ['const answer = 1', '(answer) => 1', '({ reply: answer }) => 1', 'class A { answer() {} }'])
      expect([text, namesAt(text)]).toEqual([text, ['answer']]);
  });
});
