import { uncalledMethods } from './uncalled-methods.mjs';

/** Whole, with its rules and its specs; the administrator's page that calls it is not there yet. */
const AWAITED = ['AmendmentService.amendTarget'];

describe('a method of the server', () => {
  it('is called by something that runs, not by specs or a demonstration alone', () => {
    expect(uncalledMethods()).toEqual(AWAITED);
  });

  it('is found where only a demonstration, a spec or nobody calls it', () => {
    const sources = {
      'libs/a/api/src/a.service.ts': `@Injectable() export class A {
          called() {} addExamples() {} onModuleInit() {} private own() {} override up() {}
          forSpecs = 1;
        }`,
      'libs/a/api/src/a.controller.ts':
        '@Controller() export class AController { handle() { return this.a.called(); } }',
      'libs/demo/api/src/demo-a.ts': 'a.addExamples();',
      'libs/a/api/src/a.spec.ts': 'a.forSpecs; a.addExamples();',
      'libs/a/api/src/testing/world.ts': 'a.forSpecs;',
    };
    expect(
      uncalledMethods(Object.keys(sources), (path) => sources[/** @type {keyof typeof sources} */ (path)]),
    ).toEqual(['A.addExamples', 'A.forSpecs']);
  });
});
