import { requiredText } from '@malspar/shared-model';
import * as z from 'zod';
import { forgedFields, problemOfIssues } from './validation.js';

const Body = z.strictObject({
  comment: requiredText(5),
  values: z.array(z.strictObject({ 'a/b': z.number() })),
});

const problem = (body: unknown) => problemOfIssues(Body.safeParse(body).error!.issues).problem;

describe('what a schema finds', () => {
  it('points at an unknown field by its own name', () => {
    expect(problem({ comment: 'x', values: [], state: 'approved' })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/state', code: 'unknown-field' }],
    });
  });

  it('points into lists and escapes names', () => {
    expect(problem({ comment: 'x', values: [{ 'a/b': '1' }] })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/values/0/a~1b', code: 'invalid-type' }],
    });
  });

  it('is 422 when only content is wrong', () => {
    expect(problem({ comment: 'för lång text', values: [] })).toMatchObject({
      status: 422,
      errors: [{ pointer: '/comment', code: 'too-long' }],
    });
  });

  it('is 400 when anything is malformed', () => {
    expect(problem({ comment: 'för lång text', values: 'x' }).status).toBe(400);
  });
});

describe('forged fields', () => {
  it('are found wherever they stand', () => {
    const body: unknown = JSON.parse('{"__proto__": 1, "values": [{"a/b": {"constructor": null}}], "prototype": {}}');
    expect(forgedFields(body).map((field) => field.pointer)).toEqual([
      '/__proto__',
      '/prototype',
      '/values/0/a~1b/constructor',
    ]);
  });

  it('are not what every object has anyway', () => {
    expect(forgedFields({ comment: 'x', values: [{}], nothing: null })).toEqual([]);
  });

  it('are looked for as deep as a body goes', () => {
    const deep = `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`;
    expect(forgedFields(JSON.parse(deep))).toEqual([]);
  });
});
