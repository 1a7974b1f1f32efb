import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ASTWithSource,
  parseTemplate,
  type TmplAstBoundText,
  TmplAstRecursiveVisitor,
  tmplAstVisitAll,
} from '@angular/compiler';
import ts from 'typescript';

const ROOT = process.cwd();
/** The last name of an expression that gives a person's words. */
const PERSONS =
  /(?:^|\.|\[)(?:aim|by|comment|department|email|label|name|organisation|reason|responsible|text|title|unit|who|\w+(?:By|Name|Title))(?:\(\))?$/;

const withoutSpace = (text: string): string => text.replace(/\s+/g, ' ').trim();

class MixedTexts extends TmplAstRecursiveVisitor {
  readonly found: string[] = [];

  override visitBoundText({ value }: TmplAstBoundText): void {
    const source = (value as ASTWithSource).source ?? '';
    const expressions = [...source.matchAll(/\{\{([\s\S]*?)\}\}/g)].map(([, each]) => withoutSpace(each ?? ''));
    const isAlone = expressions.length === 1 && source.replace(/\{\{[\s\S]*?\}\}/g, '').trim() === '';
    if (isAlone) return;
    if (expressions.some((each) => PERSONS.test(each))) this.found.push(withoutSpace(source));
  }
}

function inTemplate(html: string): string[] {
  const { nodes, errors } = parseTemplate(html, '');
  if (errors?.length) throw new Error(errors[0]?.msg);
  const texts = new MixedTexts();
  tmplAstVisitAll(texts, nodes);
  return texts.found;
}

function inSource(code: string): string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (
      ts.isPropertyAssignment(node) &&
      node.name.getText() === 'template' &&
      ts.isStringLiteralLike(node.initializer)
    ) {
      found.push(...inTemplate(node.initializer.text));
    }
    if (ts.isTemplateExpression(node)) {
      const words = [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join('');
      const isSentence = /\s/.test(words) && !/[<>=/]/.test(words);
      const persons = node.templateSpans.map(({ expression }) => expression.getText());
      if (isSentence && persons.some((each) => /[.(]/.test(each) && PERSONS.test(each))) {
        found.push(withoutSpace(node.getText()));
      }
    }
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile('x.ts', code, ts.ScriptTarget.Latest, true));
  return found;
}

const SOURCES = globSync(
  [
    'libs/*/web/src/**/*.{ts,html}',
    'apps/web/src/app/**/*.{ts,html}',
    'libs/figures/model/src/**/*.ts',
    'libs/environmental-report/model/src/**/*.ts',
    'libs/feedback/model/src/**/*.ts',
    'libs/publication/model/src/**/*.ts',
    'libs/site/model/src/**/*.ts',
  ],
  { cwd: ROOT },
).filter((path) => !/\.spec\.ts$|\/(i18n|testing)\/|sample-|hostile-|marked-/.test(path));

describe('the words of a person', () => {
  it('stand alone in their element, or are set apart from the words around', () => {
    const found = SOURCES.flatMap((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      return (path.endsWith('.html') ? inTemplate(text) : inSource(text)).map((each) => `${path}: ${each}`);
    });
    expect(SOURCES.length).toBeGreaterThan(200);
    expect(found).toEqual([]);
  });

  it('are seen where they are not', () => {
    expect(inTemplate('<p>{{ person.name }} ({{ person.email }})</p>')).toHaveLength(1);
    expect(inTemplate('<p>{{ file().name }}, {{ size(file()) }}</p>')).toHaveLength(1);
    expect(inTemplate('<p><bdi>{{ person.name }}</bdi>, {{ size(file()) }}</p>')).toEqual([]);
    expect(inSource('const a = `${area.title}: ${words}`;')).toHaveLength(1);
    expect(inSource('const a = `${isolated(area.title)}: ${words}`;')).toEqual([]);
  });
});
