// Constructs that nobody, or no file of a kind, may write, each with the reason it is told and a line that it must stop:
// the spec of the walls tries that in real files.

/**
 * @typedef {object} ForbiddenSyntax
 * @property {string} selector
 * @property {string} message
 * @property {string} tried
 */

const NO_MARKUP_FROM_TEXT = 'Text becomes text, never markup.';
const RUNS_ALWAYS = 'Every test runs, every time.';

/** @type {ForbiddenSyntax[]} In every file. */
export const forbiddenSyntax = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/]',
    message: NO_MARKUP_FROM_TEXT,
    tried: 'document.body.innerHTML = location.hash;',
  },
  {
    selector: 'MemberExpression[property.name=/^bypassSecurityTrust/]',
    message: NO_MARKUP_FROM_TEXT,
    tried: "export const trusted = (s) => s.bypassSecurityTrustHtml('');",
  },
  {
    selector: 'Property[key.value=/^\\[?(innerHTML|outerHTML|srcdoc)\\]?$/]',
    message: NO_MARKUP_FROM_TEXT,
    tried: "export const host = { '[innerHTML]': 'text' };",
  },
  {
    selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo|fixme|failing)$/]',
    message: RUNS_ALWAYS,
    tried: "it.skip('adds', () => undefined);",
  },
  {
    selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]',
    message: RUNS_ALWAYS,
    tried: "xit('adds', () => undefined);",
  },
  {
    selector: 'MemberExpression[property.name="waitForTimeout"]',
    message: 'Wait for what the page shows, not for the clock.',
    tried: 'export const wait = (p) => p.waitForTimeout(5);',
  },
  {
    selector: 'CallExpression[callee.name="forwardRef"]',
    message: 'A circle between modules: let one of them own the matter.',
    tried: 'export const later = (forwardRef, a) => forwardRef(a);',
  },
  {
    selector:
      'CallExpression[callee.name="linkedSignal"] > ObjectExpression > Property[key.name="source"] > ArrowFunctionExpression',
    message:
      'Wrap the source in computed: a bare function starts anew whenever what it reads is read again, and what a person wrote is gone.',
    tried: "export const linked = (linkedSignal) => linkedSignal({ source: () => 1, computation: () => '' });",
  },
  {
    // Up to groups within a group.
    selector: String.raw`Literal[regex.pattern=/\(\?<[=!]([^()[\]\\]|\\.|\[(\\.|[^\]\\])*\]|\(([^()[\\]|\\.|\[(\\.|[^\]\\])*\])*\))*([*+]|\{\d+,\})/]`,
    message: 'A look-behind without end costs the square of the text: match from the beginning instead.',
    tried: String.raw`export const back = /(?<=[,)]\d{1,3}(?:[.)]\d{3})*)[.]/u;`,
  },
];

/** @type {ForbiddenSyntax[]} The same where there are types to lie about. */
export const castsOfAnything = [
  {
    selector: 'TSAsExpression > TSAsExpression.expression, TSAsExpression > TSTypeAssertion.expression',
    message: 'One cast through another says anything of anything: check the shape, or build a whole value.',
    tried: 'export const believed = (a) => a as unknown as string;',
  },
];

const NAMED_AND_CHECKED =
  'Name the values where they stand and say what a row is: sql`…` with allRows, firstRow or changeRows.';

/** A statement sent by hand, believed about its rows (ADR 19): a connection is for `shared-api/sql` to ask. */
const QUERY = {
  selector: 'CallExpression[callee.property.name="query"], CallExpression[callee.property.value="query"]',
  message: NAMED_AND_CHECKED,
  tried: "export const asked = (tx) => tx.query('SELECT 1');",
};

/** @type {ForbiddenSyntax[]} On the server, outside what sends statements. */
export const queryByHand = [QUERY];

/** @type {ForbiddenSyntax[]} In repositories: SQL whose values are numbered, too. */
export const numberedSql = [
  QUERY,
  {
    selector: 'TemplateElement[value.raw=/[$][0-9]/], Literal[value=/[$][0-9]/]',
    message: NAMED_AND_CHECKED,
    tried: 'export const numbered = (id) => ({ text: `SELECT ${id} WHERE a = $1` });',
  },
  {
    // Also where it is given a name first: of what typeorm's manager can do, these three read nothing.
    selector:
      'CallExpression[callee.name="managerOf"]:not(MemberExpression[property.name=/^(insert|update|delete)$/] > CallExpression)',
    message: 'What typeorm finds nothing compares with its type: read rows by their shape, with allRows or entityRows.',
    tried: 'export const found = (managerOf, tx, a) => managerOf(tx).findOneBy(a, { id: 1 });',
  },
];

/** @type {ForbiddenSyntax[]} In the browser, outside the place that moves the focus. */
export const focusInOnePlace = [
  {
    selector: 'CallExpression[callee.property.name="focus"]',
    message:
      'Move the focus with FocusKeeper, focusOn or focusUnmoved: it is never lost, nor hidden in what is folded.',
    tried: 'export const moved = (a) => a.focus();',
  },
];

/** @type {ForbiddenSyntax[]} The same for templates. */
export const forbiddenInTemplates = [
  {
    selector: ':matches(BoundAttribute, TextAttribute)[name=/^(innerHTML|outerHTML|srcdoc)$/i]',
    message: NO_MARKUP_FROM_TEXT,
    tried: '<p [innerHTML]="text"></p>',
  },
  {
    selector: ':matches(BoundAttribute, TextAttribute)[name=/^(attr[.])?maxlength$/i]',
    message: 'A field never cuts what is pasted into it: say below it that it is too long (ms-text-notes).',
    tried: '<input aria-label="a" [attr.maxlength]="longest" />',
  },
];
