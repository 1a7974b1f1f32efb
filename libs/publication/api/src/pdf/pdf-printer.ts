import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { PublishedReport } from '@malspar/publication-model';
import { OneAtATime } from '../one-at-a-time.js';
import { keepToFonts } from './font-coverage.js';
import { fontCoverage, fontFiles } from './fonts.js';
import { pdfData } from './pdf-data.js';
import { TEMPLATE } from './template.js';

/** `unavailable`: no compiler for this platform is installed. `timeout`, `crashed`: stopped by a limit. `failed`: not a PDF/UA, or no compiler that can be loaded. */
export type PdfError = 'unavailable' | 'timeout' | 'crashed' | 'failed';

export type PdfOutcome =
  | { readonly ok: true; readonly pdf: Uint8Array; readonly pages: number; readonly replaced: readonly string[] }
  | { readonly ok: false; readonly error: PdfError; readonly detail: string };

export interface PdfLimits {
  readonly milliseconds: number;
  /** Address space of the child, in KiB; less than two million is too little for Node itself. */
  readonly kibibytes: number;
  /** The compiler keeps memory for every document it has seen: after so many its process is replaced. */
  readonly documents: number;
}

const LIMITS: PdfLimits = { milliseconds: 20_000, kibibytes: 4_000_000, documents: 10 };
const SHELL = '/bin/sh';
/** Of these npm installs what the platform can run; on some there is none. */
const COMPILERS = ['gnu', 'musl'].map((libc) => `@myriaddreamin/typst-ts-node-compiler-linux-x64-${libc}`);
const require = createRequire(import.meta.url);

/** Sets reports as PDF/UA-1 in a process of its own, which may fail without taking anything with it. */
export class PdfPrinter {
  private readonly limits: PdfLimits;
  private readonly compilers: readonly string[];
  private child: ChildProcess | undefined;
  private printed = 0;
  private readonly turns = new OneAtATime();

  constructor(
    limits: Partial<PdfLimits> = {},
    private readonly template = TEMPLATE,
    compilers: readonly string[] = COMPILERS,
  ) {
    this.limits = { ...LIMITS, ...limits };
    this.compilers = compilers.filter(isInstalled);
  }

  /** Whether there is a compiler: without one there are no PDFs, and that is no failure. */
  get available(): boolean {
    return this.compilers.length > 0;
  }

  /** The report as PDF; the same report gives the same bytes. Never throws: a failure is an answer. */
  print(report: PublishedReport, sha256: string): Promise<PdfOutcome> {
    return this.turns.do(() => this.printNow(report, (value, replaced) => pdfData(value, { sha256, replaced })));
  }

  /** Any other words and figures, with the printer's own template. As `print`. */
  set(data: object): Promise<PdfOutcome> {
    return this.turns.do(() => this.printNow(data, (value) => value));
  }

  /** Ends the process; the printer can be used again. */
  close(): void {
    this.child?.kill('SIGKILL');
    this.child = undefined;
    this.printed = 0;
  }

  private async printNow<T extends object>(
    content: T,
    dataOf: (value: T, replaced: readonly string[]) => object,
  ): Promise<PdfOutcome> {
    if (!this.available) {
      return { ok: false, error: 'unavailable', detail: 'No Typst compiler for this platform' };
    }
    try {
      if (this.printed >= this.limits.documents) this.close();
      this.printed++;
      // It starts while the words are made ready for it.
      const child = (this.child ??= startChild(this.limits.kibibytes));
      const { value, replaced } = keepToFonts(content, fontCoverage());
      const data = dataOf(value, replaced);
      const { template, compilers } = this;
      const job = { template, compilers, report: JSON.stringify(data), fonts: fontFiles() };
      const outcome = await this.ask(child, job);
      return outcome.ok ? { ...outcome, replaced } : outcome;
    } catch (error) {
      return { ok: false, error: 'failed', detail: error instanceof Error ? error.message : String(error) };
    }
  }

  private ask(child: ChildProcess, job: object): Promise<PdfOutcome> {
    return new Promise((resolve) => {
      const settle = (outcome: PdfOutcome): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        // A process that has failed is not asked again.
        if (!outcome.ok) this.close();
        resolve(outcome);
      };
      const timer = setTimeout(() => {
        settle({ ok: false, error: 'timeout', detail: `no PDF within ${this.limits.milliseconds} ms` });
      }, this.limits.milliseconds);
      child.once('message', (answer) => settle(answer as PdfOutcome));
      child.once('error', (error) => settle({ ok: false, error: 'crashed', detail: error.message }));
      child.once('exit', (code, signal) =>
        settle({ ok: false, error: 'crashed', detail: `ended by ${signal ?? code}` }),
      );
      child.send(job, (error) => {
        if (error) settle({ ok: false, error: 'crashed', detail: error.message });
      });
    });
  }
}

function isInstalled(name: string): boolean {
  try {
    require.resolve(name);
    return true;
  } catch {
    return false;
  }
}

function startChild(kibibytes: number): ChildProcess {
  const worker = fileURLToPath(
    new URL(`./pdf-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url),
  );
  const command = [process.execPath, '--no-warnings', '--max-old-space-size=512', worker];
  const limited = existsSync(SHELL) ? [SHELL, '-c', `ulimit -v ${kibibytes}; exec "$@"`, 'sh', ...command] : command;
  const [program = process.execPath, ...rest] = limited;
  const child = spawn(program, rest, {
    // Nothing of this process's surroundings: no secrets, no settings.
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  // A printer that was forgotten does not keep the process alive.
  child.unref();
  child.channel?.unref();
  return child;
}
