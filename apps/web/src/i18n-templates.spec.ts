import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ASTWithSource,
  parseTemplate,
  type TmplAstBoundAttribute,
  type TmplAstBoundText,
  TmplAstRecursiveVisitor,
  type TmplAstText,
  type TmplAstTextAttribute,
  tmplAstVisitAll,
} from '@angular/compiler';
import ts from 'typescript';

const ROOT = process.cwd();

/** Everything a source says or asks for in words. */
interface Found {
  /** Text written out where people can see it, with its place. */
  readonly visible: string[];
  /** Strings that may be keys of texts. */
  readonly strings: string[];
}

const LETTER = /\p{L}/u;
const SWEDISH = /[åäöÅÄÖ]/;
const SHOWN_ATTRIBUTES = new Set(['alt', 'aria-label', 'aria-description', 'content', 'label', 'placeholder', 'title']);
/** In an expression: words, as opposed to codes and keys. */
const isSentence = (text: string): boolean =>
  SWEDISH.test(text) || /\p{L}\s+\p{L}/u.test(text) || /^\p{Lu}\p{Ll}/u.test(text);

const stringsIn = (expression: string): string[] =>
  [...expression.matchAll(/'([^'\\]*)'|"([^"\\]*)"|`([^`\\]*)`/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );

/** The expression without its calls of `t(…)`: what is left of words in it is shown as it stands. */
function withoutKeys(expression: string): string {
  const call = /\bt\(/.exec(expression);
  if (!call) return expression;
  let [depth, at] = [1, call.index + call[0].length];
  for (; depth > 0 && at < expression.length; at += 1) {
    depth += expression[at] === '(' ? 1 : expression[at] === ')' ? -1 : 0;
  }
  return withoutKeys(`${expression.slice(0, call.index)} ${expression.slice(at)}`);
}

class Words extends TmplAstRecursiveVisitor implements Found {
  readonly visible: string[] = [];
  readonly strings: string[] = [];

  override visitText(text: TmplAstText): void {
    this.#written(text.value);
  }

  override visitBoundText(text: TmplAstBoundText): void {
    const source = (text.value as ASTWithSource).source ?? '';
    this.#written(source.replace(/\{\{[\s\S]*?\}\}/g, ' '));
    for (const [, expression] of source.matchAll(/\{\{([\s\S]*?)\}\}/g)) this.#expression(expression ?? '', true);
  }

  override visitTextAttribute({ name, value }: TmplAstTextAttribute): void {
    if (SHOWN_ATTRIBUTES.has(name)) this.#written(value);
    else this.strings.push(value);
  }

  override visitBoundAttribute({ name, value }: TmplAstBoundAttribute): void {
    this.#expression((value as ASTWithSource).source ?? '', SHOWN_ATTRIBUTES.has(name));
  }

  #expression(source: string, shown: boolean): void {
    this.strings.push(...stringsIn(source));
    if (shown) this.visible.push(...stringsIn(withoutKeys(source)).filter(isSentence));
  }

  #written(text: string): void {
    if (LETTER.test(text)) this.visible.push(text.replace(/\s+/g, ' ').trim());
  }
}

function inTemplate(html: string, path: string): Found {
  const { nodes, errors } = parseTemplate(html, path);
  if (errors?.length) throw new Error(`${path}: ${errors[0]?.msg}`);
  const words = new Words();
  tmplAstVisitAll(words, nodes);
  // Blocks keep their expressions as text: their keys are found in the whole.
  return { visible: words.visible, strings: [...words.strings, ...stringsIn(html)] };
}

function inSource(path: string): Found {
  const source = ts.createSourceFile(path, readFileSync(join(ROOT, path), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: { visible: string[]; strings: string[] } = { visible: [], strings: [] };
  const take = (text: string): void => {
    found.strings.push(text);
    if (SWEDISH.test(text)) found.visible.push(text);
  };
  const look = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isPropertyAssignment(node) && ts.isStringLiteralLike(node.initializer)) {
      const name = node.name.getText();
      if (name === 'styles') return;
      if (name === 'template') {
        const { visible, strings } = inTemplate(node.initializer.text, path);
        found.visible.push(...visible);
        found.strings.push(...strings);
        return;
      }
    }
    if (ts.isStringLiteralLike(node) || node.kind === ts.SyntaxKind.TemplateHead) take((node as ts.StringLiteral).text);
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

const SOURCES = globSync(['libs/*/web/src/**/*.{ts,html}', 'apps/web/src/app/**/*.{ts,html}'], { cwd: ROOT }).filter(
  (path) => !/\.spec\.ts$|\/(i18n|testing)\//.test(path),
);
const all = SOURCES.map((path) => ({
  path,
  ...(path.endsWith('.html') ? inTemplate(readFileSync(join(ROOT, path), 'utf8'), path) : inSource(path)),
}));

type Texts = { readonly [key: string]: string | Texts };
const flat = (texts: Texts, prefix: string): string[] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : flat(value, `${prefix}${key}.`),
  );
const catalogues = globSync('libs/*/web/src/i18n/*sv.json', { cwd: ROOT });
const domainOf = (path: string): string => path.split('/')[1] ?? '';
const KEYS = catalogues.flatMap((path) =>
  flat(JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Texts, `${domainOf(path)}.`),
);
const IS_KEY = new RegExp(`^(${[...new Set(catalogues.map(domainOf))].join('|')})\\.[\\w.-]*$`);
/** Names of permissions and of acts look like keys, but are none. */
const NAMES = new Set(
  globSync(['libs/*/api/src/**/*.ts'], { cwd: ROOT })
    .flatMap((path) => [...readFileSync(join(ROOT, path), 'utf8').matchAll(/(?:^ {2}|kind: )'([a-z-]+\.[a-z.-]+)'/gm)])
    .map(([, name]) => name),
);

/** A whole key, or the beginning of one that is put together: up to a dot or a capital. */
const exists = (key: string): boolean =>
  KEYS.some((each) => each === key || (each.startsWith(key) && /^[A-Z]/.test(each.slice(key.length)))) ||
  (key.endsWith('.') && KEYS.some((each) => each.startsWith(key)));

describe('the pages', () => {
  it('are all read', () => {
    expect(SOURCES.length).toBeGreaterThan(40);
    expect(KEYS.length).toBeGreaterThan(100);
  });

  it('have no text outside the catalogues', () => {
    expect(all.flatMap(({ path, visible }) => visible.map((text) => `${path}: ${text}`))).toEqual([]);
  });

  it('ask for no text that is missing', () => {
    const missing = all.flatMap(({ path, strings }) =>
      [...new Set(strings)]
        .filter((text) => IS_KEY.test(text) && !NAMES.has(text) && !exists(text))
        .map((text) => `${path}: ${text}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('what finds text', () => {
  it.each([
    ['<p>Spara</p>', 'Spara'],
    ['<button type="button" aria-label="Stäng"></button>', 'Stäng'],
    ['<p>{{ count() }} dagar</p>', 'dagar'],
    ['@if (open()) { <p>Öppet</p> }', 'Öppet'],
    ['<p>{{ done() ? "Klart nu" : "" }}</p>', 'Klart nu'],
    [`<input [attr.aria-label]="'Sök här'" />`, 'Sök här'],
    [`<p>{{ t('shared.' + (late() ? 'Late' : 'Done')) }}{{ late() ? 'Late' : '' }}</p>`, 'Late'],
  ])('sees %s', (html, text) => expect(inTemplate(html, 'a.html').visible).toEqual([text]));

  it.each([
    `<p>{{ t('shared.close') }}</p>`,
    '<p class="stack">{{ a() }} – {{ b() }}</p>',
    '<b [class]="\'no data\'"></b>',
  ])('lets %s be', (html) => expect(inTemplate(html, 'a.html').visible).toEqual([]));
});
