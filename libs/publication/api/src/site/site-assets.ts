import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { hashOf, store, type Stored } from './stored.js';

const FONTS = ['source-sans-3-latin-400-normal.woff2', 'source-sans-3-latin-600-normal.woff2'] as const;
const resolve = (name: string): string => createRequire(import.meta.url).resolve(name);

/** The site's stylesheet and fonts, each named by what is in it. */
export interface SiteAssets {
  readonly stylesheet: string;
  readonly fonts: readonly string[];
  /** By path. */
  readonly files: ReadonlyMap<string, Stored>;
}

/** Reads the stylesheet and the fonts that it names. */
export async function siteAssets(): Promise<SiteAssets> {
  const files = new Map<string, Stored>();
  const fonts: string[] = [];
  let css = await readFile(resolve('@malspar/publication-web/site.css'), 'utf8');
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
  return { stylesheet, fonts, files };
}
