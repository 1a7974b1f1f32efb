/* Templates of the app use the shared component for a field, a form and a read, and nothing made by hand. */
import { globSync, readFileSync } from 'node:fs';
import { at } from './lib/root.mjs';

const templates = globSync(['libs/*/web/src/**/*.{html,ts}', 'apps/web/src/**/*.{html,ts}'], { cwd: at('.') })
  .filter((path) => !/\.spec\.ts$|^libs\/shared\/web\/|^libs\/\w[\w-]*\/web\/src\/(site|embed)\//.test(path))
  .map((path) => ({ path, text: readFileSync(at(path), 'utf8') }));

/**
 * Places where a template does something by hand.
 *
 * @param {RegExp} byHand
 * @returns {string[]} `path:line`
 */
const found = (byHand) =>
  templates.flatMap(({ path, text }) =>
    [...text.matchAll(new RegExp(byHand, 'g'))].map(
      ({ index }) => `${path}:${text.slice(0, index).split('\n').length}`,
    ),
  );

describe('templates of the app', () => {
  it('are found', () => {
    expect(templates.filter(({ text }) => text.includes('<ms-field')).length).toBeGreaterThan(10);
    expect(templates.filter(({ text }) => text.includes('<ms-loaded')).length).toBeGreaterThan(10);
  });

  it.each([
    ['a label', /<label[^>]*\sfor=|<label[^>]*\[(attr\.)?for\]/],
    ['the mark of a fault', /\[?(attr\.)?aria-invalid/],
    ['the words of a fault', /class="error" \[?id/],
    [
      'a control, without the field that names and describes it',
      /<(input|select|textarea)(?![^>]*(msControl|type="(checkbox|radio|hidden)"))[^>]*\[?id\]?=/,
    ],
  ])('leave %s to ms-field', (_, byHand) => expect(found(byHand)).toEqual([]));

  it('send a form through msForm, but where there is nothing to correct in it', () => {
    const searches = /role="search"|class="filter"/;
    const byHand = found(/<form(?![^>]*\[msForm\])[^>]*>/).filter((place) => {
      const [path = '', line = '0'] = place.split(':');
      const text = templates.find((each) => each.path === path)?.text.split('\n') ?? [];
      return !searches.test(text.slice(Number(line) - 1, Number(line) + 5).join('\n'));
    });
    expect(byHand).toEqual([]);
  });

  /** Problems with nothing to wait for in their place: of the session, and of an act with a status line of its own. */
  const PROBLEM_ALONE = ['apps/web/src/app/app.ts', 'libs/publication/web/src/pages/feature-compose/page-preview.html'];

  it('leave the problem of a read to ms-loaded', () =>
    expect(found(/<ms-problem\b/).map((place) => place.split(':')[0])).toEqual(PROBLEM_ALONE));

  it.each([
    ['the wait for a read', /<ms-loading\b/],
    [
      'the value and the error of a resource',
      /\{\{[^}]*\.(value|error)\(\)|@(else )?if \([^)]*\.(hasValue|error|isLoading)\(\)/,
    ],
    ['a value that may not be there', /\.hasValue\(\)\s*\?/],
  ])('leave %s to ms-loaded', (_, byHand) => expect(found(byHand)).toEqual([]));
});
