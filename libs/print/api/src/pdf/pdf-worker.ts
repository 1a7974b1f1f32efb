// Runs alone in a child process: a compiler in native code can only be stopped by ending its process. It imports
// nothing of ours, so that it starts as it lies, compiled or not.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Job {
  /** Packages, of which the first that can be loaded is used. */
  readonly compilers: readonly string[];
  readonly template: string;
  readonly report: string;
  readonly fonts: readonly string[];
}
interface Diagnostic {
  readonly message?: string;
  readonly range?: { readonly start?: { readonly line: number } };
}
interface Compilation {
  hasError(): boolean;
  takeDiagnostics(): object | null;
  takeWarnings(): object | null;
  readonly result: { readonly numOfPages: number } | null;
}
interface Compiler {
  mapShadow(path: string, content: Buffer): void;
  compile(options: { mainFilePath: string }): Compilation;
  fetchDiagnostics(of: object): Diagnostic[];
  pdf(document: object, options: { pdfStandard: string }): Buffer;
  evictCache(age: number): void;
}
interface TypstPackage {
  readonly NodeCompiler: { create(options: { workspace: string; fontArgs: { fontBlobs: Buffer[] }[] }): Compiler };
}

// No such folder: the compiler sees the two files it is given and nothing else.
const ROOT = '/malspar-report';
const require = createRequire(import.meta.url);
let compiler: Compiler | undefined;

function load(compilers: readonly string[]): TypstPackage {
  const faults: unknown[] = [];
  for (const name of compilers) {
    try {
      return require(name) as TypstPackage;
    } catch (error) {
      faults.push(error);
    }
  }
  throw new Error(`No compiler could be loaded: ${faults.join('; ')}`);
}

const told = (found: Diagnostic[]): string =>
  found.map(({ message, range }) => `${message ?? 'unknown'} (line ${(range?.start?.line ?? -1) + 1})`).join('; ');

function print({ template, report, fonts, compilers }: Job): object {
  compiler ??= load(compilers).NodeCompiler.create({
    workspace: ROOT,
    fontArgs: [{ fontBlobs: fonts.map((file) => readFileSync(file)) }],
  });
  compiler.mapShadow(`${ROOT}/report.typ`, Buffer.from(template));
  compiler.mapShadow(`${ROOT}/report.json`, Buffer.from(report));
  const done = compiler.compile({ mainFilePath: `${ROOT}/report.typ` });
  const faults = done.hasError() ? done.takeDiagnostics() : null;
  if (faults || !done.result) throw new Error(faults ? told(compiler.fetchDiagnostics(faults)) : 'no document');
  // An unknown font or a missing glyph is only a warning to the compiler, and a hole in the report.
  const warnings = done.takeWarnings();
  const warned = warnings ? compiler.fetchDiagnostics(warnings) : [];
  if (warned.length > 0) throw new Error(told(warned));
  const pdf = compiler.pdf(done.result, { pdfStandard: 'ua-1' });
  return { ok: true, pdf, pages: done.result.numOfPages };
}

/** Forgets what the latest document did not need; what it needed is not set again where the next one has the same. */
const tidy = (): void => compiler?.evictCache(1);

process.on('message', (job: Job) => {
  try {
    process.send?.(print(job), tidy);
  } catch (error) {
    process.send?.({ ok: false, error: 'failed', detail: error instanceof Error ? error.message : String(error) });
  }
});
process.on('disconnect', () => process.exit(0));
