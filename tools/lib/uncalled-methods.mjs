// Methods that the server has for nobody who runs it: called by specs alone, or by a demonstration.
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { at } from './root.mjs';
import { isForSpecs, productionFiles } from './sources.mjs';

/** Runs for nobody but a demonstration. */
const isDemo = (/** @type {string} */ path) => path.startsWith('libs/demo/');
/** Called by Nest. */
const CALLED_BY_NAME = /^((on(Module|Application)|beforeApplication)[A-Z]|(canActivate|intercept|transform)$)/;
/** Decorators of classes whose members are called by a framework. */
const CALLED_BY_FRAMEWORK = /^@(Controller|Module|Catch|Entity)\b/;

/**
 * @param {readonly string[]} [files] paths from the top of the checkout
 * @param {(path: string) => string} [read]
 * @returns {string[]} `Class.method` for each public member that no production file but a demonstration's names again
 */
export function uncalledMethods(files = productionFiles(), read = (path) => readFileSync(at(path), 'utf8')) {
  const texts = new Map(files.filter((file) => !isForSpecs(file) && !isDemo(file)).map((file) => [file, read(file)]));
  /** @type {Map<string, number>} */
  const named = new Map();
  for (const text of texts.values())
    for (const word of text.match(/[\w$]+/g) ?? []) named.set(word, (named.get(word) ?? 0) + 1);
  return [...texts]
    .filter(([file]) => /^libs\/[a-z-]+\/api\//.test(file))
    .flatMap(([file, text]) => membersIn(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)))
    .filter(({ member }) => named.get(member) === 1)
    .map(({ of, member }) => `${of}.${member}`);
}

/** @returns {{ of: string, member: string }[]} the public members of the file's classes, without those that override */
function membersIn(/** @type {ts.SourceFile} */ file) {
  return file.statements
    .filter((statement) => ts.isClassDeclaration(statement))
    .filter((each) => !ts.getDecorators(each)?.some((decorator) => CALLED_BY_FRAMEWORK.test(decorator.getText())))
    .flatMap((each) =>
      each.members.filter(isPublic).map((member) => ({ of: each.name?.text ?? '', member: nameOf(member) })),
    )
    .filter(({ member }) => member !== '' && !CALLED_BY_NAME.test(member));
}

const nameOf = (/** @type {ts.ClassElement} */ { name }) => (name && ts.isIdentifier(name) ? name.text : '');

function isPublic(/** @type {ts.ClassElement} */ member) {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected | ts.ModifierFlags.Override;
  const isMember = ts.isMethodDeclaration(member) || ts.isGetAccessor(member) || ts.isPropertyDeclaration(member);
  return isMember && (ts.getCombinedModifierFlags(member) & hidden) === 0;
}
