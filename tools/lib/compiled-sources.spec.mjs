import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompiledSources } from './compiled-sources.mjs';

const options = (target) => ({ jsc: { target, parser: { syntax: 'typescript' } } });
let folder;
let file;
const compiled = (target = 'es2023') => new CompiledSources(options(target), join(folder, 'kept'));
const keep = (text) => {
  for (const name of readdirSync(join(folder, 'kept')).filter((each) => each.endsWith('.js')))
    writeFileSync(join(folder, 'kept', name), text);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'malspar-spec-'));
  file = join(folder, 'a.ts');
  writeFileSync(file, 'export const a: number = 2 ** 3;\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('compiled sources', () => {
  it('are compiled once, and then read', () => {
    const code = compiled().codeOf(file);
    expect(code).toContain('export const a = 2 ** 3;');
    const mark = code.split('\n').at(-1);
    keep(`// kept\n${mark}`);
    expect(compiled().codeOf(file)).toBe(`// kept\n${mark}`);
  });

  it.each([
    ['the source is another', () => writeFileSync(file, 'export const a: number = 4 ** 2;\n'), 'es2023', 'a = 4 ** 2'],
    ['it is compiled in another way', () => undefined, 'es2015', 'Math.pow(2, 3)'],
    ['what was kept is half a file', () => keep('export const'), 'es2023', 'a = 2 ** 3'],
  ])('are compiled anew when %s', (_, change, target, code) => {
    compiled().codeOf(file);
    change();
    expect(compiled(target).codeOf(file)).toContain(code);
    expect(readdirSync(join(folder, 'kept'))).toHaveLength(2);
  });

  it('have the map to where they stand in the source, also when they were kept', () => {
    compiled().codeOf(file);
    const again = compiled();
    expect(again.mapOf(file)).toBeUndefined();
    again.codeOf(file);
    expect(JSON.parse(again.mapOf(file)).sources).toEqual([file]);
  });
});
