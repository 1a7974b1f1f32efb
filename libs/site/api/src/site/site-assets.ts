import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { hashOf, store, type Stored } from '../stored/stored.js';

const FONTS = ['source-sans-3-latin-400-normal.woff2', 'source-sans-3-latin-600-normal.woff2'] as const;
/** In this order: what comes later has the last word. */
const STYLES = ['base', 'words', 'pages', 'figures', 'asking', 'embed', 'feedback'] as const;
const resolve = (name: string): string => createRequire(import.meta.url).resolve(name);

/** The site's stylesheet, fonts and one script, each named by what is in it. */
export interface SiteAssets {
  readonly stylesheet: string;
  readonly script: string;
  readonly fonts: readonly string[];
  /** By path. */
  readonly files: ReadonlyMap<string, Stored>;
}

/** Reads the stylesheet with the looks that the app has too and those of charts, the fonts that it names, and the script. */
export async function siteAssets(): Promise<SiteAssets> {
  const files = new Map<string, Stored>();
  const fonts: string[] = [];
  const sheets = [
    '@malspar/shared-web/tokens.css',
    '@malspar/shared-web/chart.css',
    ...STYLES.map((name) => `@malspar/site-web/styles/${name}.css`),
  ];
  let css = (await Promise.all(sheets.map((name) => readFile(resolve(name), 'utf8')))).join('\n');
  for (const name of FONTS) {
    const bytes = await readFile(resolve(`@fontsource/source-sans-3/files/${name}`));
    const path = `/assets/${name.replace('.woff2', '')}.${hashOf(bytes)}.woff2`;
    if (!css.includes(`url('${name}')`)) throw new Error(`The stylesheet does not name ${name}`);
    css = css.replaceAll(`url('${name}')`, `url('${path}')`);
    files.set(path, await store(bytes, 'font/woff2'));
    fonts.push(path);
  }
  const stylesheet = `/assets/site.${hashOf(Buffer.from(css))}.css`;
  files.set(stylesheet, await store(css, 'text/css; charset=utf-8'));
  const walk = await readFile(resolve('@malspar/site-web/chart-walk.js'));
  const script = `/assets/chart.${hashOf(walk)}.js`;
  files.set(script, await store(walk, 'text/javascript; charset=utf-8'));
  return { stylesheet, script, fonts, files };
}
