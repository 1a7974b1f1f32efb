import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { OneAtATime } from '@malspar/shared-api';
import type { PdfForm } from '../printed-kind.js';
import { keepToFonts } from './font-coverage.js';
import { fontCoverage, fontFiles } from './fonts.js';
import { limitsFor, PDF_LIMITS, type PdfLimits } from './pdf-limits.js';
import { type ProcessUsage, usageOf } from './process-usage.js';

/** `unavailable`: no compiler for this platform is installed. `timeout`, `crashed`: stopped by a limit. `failed`: not a PDF/UA, or no compiler that can be loaded. */
export type PdfError = 'unavailable' | 'timeout' | 'crashed' | 'failed';

export type PdfOutcome =
  | { readonly ok: true; readonly pdf: Uint8Array; readonly pages: number; readonly replaced: readonly string[] }
  | { readonly ok: false; readonly error: PdfError; readonly detail: string };

/** How often it is looked what the process has used. */
const LOOK_EVERY_MS = 50;
const SHELL = '/bin/sh';
/** Of these npm installs what the platform can run; on some there is none. */
const COMPILERS = ['gnu', 'musl'].map((libc) => `@myriaddreamin/typst-ts-node-compiler-linux-x64-${libc}`);
const require = createRequire(import.meta.url);

/** Sets documents as PDF/UA-1 in a process of its own, which may fail without taking anything with it. */
export class PdfPrinter {
  private readonly limits: PdfLimits;
  private readonly compilers: readonly string[];
  private child: ChildProcess | undefined;
  /** Of the process that runs, in KiB. */
  private addressSpace = 0;
  private printed = 0;
  private readonly turns = new OneAtATime();

  constructor(limits: Partial<PdfLimits> = {}, compilers: readonly string[] = COMPILERS) {
    this.limits = { ...PDF_LIMITS, ...limits };
    this.compilers = compilers.filter(isInstalled);
  }

  /** Whether there is a compiler: without one there are no PDFs, and that is no failure. */
  get available(): boolean {
    return this.compilers.length > 0;
  }

  /** The content as PDF; the same content gives the same bytes. Never throws: a failure is an outcome. */
  print<Content extends object>(form: PdfForm<Content>, content: Content, sha256: string): Promise<PdfOutcome> {
    const dataOf = (value: Content, replaced: readonly string[]): object => form.data(value, { sha256, replaced });
    return this.turns.do(() => this.printNow(form.template, content, dataOf));
  }

  /** Any other words and figures. As `print`. */
  set(template: string, data: object): Promise<PdfOutcome> {
    return this.turns.do(() => this.printNow(template, data, (value) => value));
  }

  /** Ends the process; the printer can be used again. */
  close(): void {
    this.child?.kill('SIGKILL');
    this.child = undefined;
    this.printed = 0;
  }

  private async printNow<T extends object>(
    template: string,
    content: T,
    dataOf: (value: T, replaced: readonly string[]) => object,
  ): Promise<PdfOutcome> {
    if (!this.available) {
      return { ok: false, error: 'unavailable', detail: 'No Typst compiler for this platform' };
    }
    try {
      const { value, replaced } = keepToFonts(content, fontCoverage());
      const report = JSON.stringify(dataOf(value, replaced));
      const { compilers } = this;
      const limits = limitsFor(Buffer.byteLength(report), this.limits);
      const job = { template, compilers, report, fonts: fontFiles() };
      const outcome = await this.ask(this.childFor(limits), job, limits);
      return outcome.ok ? { ...outcome, replaced } : outcome;
    } catch (error) {
      return { ok: false, error: 'failed', detail: error instanceof Error ? error.message : String(error) };
    }
  }

  /** The process that runs, or a new one when that has done its share or has too little room for this document. */
  private childFor({ kibibytes, documents }: PdfLimits): ChildProcess {
    if (this.printed >= documents || this.addressSpace < kibibytes) this.close();
    this.printed++;
    if (!this.child) this.addressSpace = kibibytes;
    return (this.child ??= startChild(kibibytes));
  }

  private ask(child: ChildProcess, job: object, limits: PdfLimits): Promise<PdfOutcome> {
    return new Promise((resolve) => {
      const settle = (outcome: PdfOutcome): void => {
        clearTimeout(timer);
        clearInterval(watch);
        child.removeAllListeners();
        // A process that has failed is not asked again.
        if (!outcome.ok) this.close();
        resolve(outcome);
      };
      const timer = setTimeout(() => {
        settle({ ok: false, error: 'timeout', detail: `no PDF within ${limits.milliseconds} ms` });
      }, limits.milliseconds);
      const before = usageOf(child.pid ?? 0)?.cpuMilliseconds ?? 0;
      const watch = setInterval(() => {
        const used = usageOf(child.pid ?? 0);
        const beyond = used && beyondLimits(used, before, limits);
        if (beyond) settle(beyond);
      }, LOOK_EVERY_MS);
      child.once('message', (outcome) => settle(outcome as PdfOutcome));
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

function beyondLimits(used: ProcessUsage, cpuBefore: number, limits: PdfLimits): PdfOutcome | null {
  if (used.cpuMilliseconds - cpuBefore > limits.cpuMilliseconds) {
    return { ok: false, error: 'timeout', detail: `no PDF within ${limits.cpuMilliseconds} ms of CPU time` };
  }
  if (used.residentKibibytes > limits.residentKibibytes) {
    return { ok: false, error: 'crashed', detail: `more than ${limits.residentKibibytes} KiB of memory` };
  }
  return null;
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
