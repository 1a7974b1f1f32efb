import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { FontCoverage } from './font-coverage.js';

const PACKAGE = '@expo-google-fonts/source-sans-3';
const FACES = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold'];

/** The files of the report's typeface, Source Sans 3. */
export function fontFiles(): string[] {
  const folder = dirname(createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`));
  return FACES.map((face) => join(folder, face, `SourceSans3_${face}.ttf`));
}

let coverage: FontCoverage[] | undefined;

/** What the typeface can show; read once. */
export const fontCoverage = (): readonly FontCoverage[] =>
  (coverage ??= fontFiles().map((file) => new FontCoverage(readFileSync(file))));
