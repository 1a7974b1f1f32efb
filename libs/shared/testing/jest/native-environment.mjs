// Jest environment on this process's own globals, rather than a copy of them for each file. What a file changes of them
// is put back when it is done.
import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';

export default class NativeEnvironment {
  global = globalThis;
  fakeTimers = null;
  #console = globalThis.console;
  #exit = process.exit;
  #env = { ...process.env };
  #folder = process.cwd();

  constructor({ projectConfig }) {
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  async setup() {}

  async teardown() {
    this.fakeTimersModern.dispose();
    globalThis.console = this.#console;
    process.exit = this.#exit;
    process.chdir(this.#folder);
    for (const name of Object.keys(process.env)) if (!(name in this.#env)) delete process.env[name];
    Object.assign(process.env, this.#env);
  }

  exportConditions() {
    return [];
  }

  // There is no other realm than the process's own.
  getVmContext() {
    return null;
  }
}
