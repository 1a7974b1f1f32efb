/* Words that the glossary keeps for one meaning are not used as names of something else. */
import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { at } from './lib/root.mjs';

/** Names of published JSON, of the public form and of what lies in the log, which stay as they are. */
const KEPT =
  /^libs\/(environmental-report|site)\/|audit-kinds\.ts$|report-comment\.service\.ts$|feedback-desk\.ts$|\/(feedback\.e2e|same-values\.e2e|publishing|hostile-texts\.journey)\.ts$/;

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
 * Names in a file's code, without those in strings and comments.
 *
 * @param {string} path
 * @param {string} text
 * @returns {Set<string>}
 */
function namesIn(path, text) {
  const names = new Set();
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
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
});
