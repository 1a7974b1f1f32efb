import { readFileSync } from 'node:fs';

const TOKENS = 'libs/shared/web/src/tokens.css';
const [SITE, APP, CHART] = [
  'libs/site/web/src/site/styles/base.css',
  'apps/web/src/styles.css',
  'libs/shared/web/src/chart/chart.css',
];
const read = (name: string): string => readFileSync(`${process.cwd()}/${name}`, 'utf8');
const css = read(TOKENS);
const defined = (text: string): string[] => [...text.matchAll(/^\s*(--[\w-]+): .*;$/gm)].map(([, name = '']) => name);
type Colours = Readonly<Record<string, string>>;
const [light = {}, darkOnly = {}] = [...css.matchAll(/:root \{([^}]*)\}/g)].map(([, block = '']): Colours =>
  Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value] as const),
  ),
);

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** By WCAG 2.2: from 1 to 21. */
function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const GROUNDS = ['ground', 'surface', 'sunken'];
const across = (inks: string[], grounds: string[]): [string, string][] =>
  inks.flatMap((ink) => grounds.map((ground): [string, string] => [ink, ground]));
const TEXT = [
  ...across(['ink', 'muted', 'accent', 'accent-hover', 'bad', 'warn', 'good', 'target'], GROUNDS),
  ...across(['ink', 'muted', 'accent'], ['accent-soft', 'bad-soft', 'warn-soft', 'good-soft']),
  ...across(['on-mark'], ['accent', 'accent-hover']),
  ...across(['ink'], ['ins', 'del']),
  ...['bad', 'warn', 'good'].map((name): [string, string] => [name, `${name}-soft`]),
];
const EDGES = across(['line-strong', 'focus'], GROUNDS);

it('measures as the standard does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

it.each([
  ['light', light],
  ['dark', { ...light, ...darkOnly }],
] as [string, Colours][])('can be read in the %s scheme', (_scheme, colours) => {
  expect(Object.keys(darkOnly).length).toBeGreaterThan(15);
  const tooWeak = (pairs: [string, string][], least: number) =>
    pairs
      .map(([ink, ground]) => ({
        pair: `${ink} on ${ground}`,
        ratio: contrast(colours[ink] ?? '', colours[ground] ?? ''),
      }))
      .filter(({ ratio }) => !(ratio >= least));
  expect(tooWeak(TEXT, 4.5)).toEqual([]);
  expect(tooWeak(EDGES, 3)).toEqual([]);
});

it('is written once for the app and the public site, but for paper and what is sunken on the site at night', () => {
  const tokens = new Set(defined(css));
  expect(tokens.size).toBeGreaterThan(25);
  const again = [SITE, APP, CHART].map((name) => defined(read(name)).filter((each) => tokens.has(each)));
  expect(again).toEqual([['--sunken', '--ink', '--muted', '--ground', '--sunken', '--line'], [], []]);
});
