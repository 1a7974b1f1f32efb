import { HttpErrorResponse } from '@angular/common/http';
import { problemOf } from './problem';

const failed = (status: number, error: unknown) => problemOf(new HttpErrorResponse({ status, error }));

describe('a failed request', () => {
  it('says what the server said, in the page’s language', () => {
    const body = {
      type: '/problems/invalid',
      title: 'Rätta',
      titleEn: 'Correct',
      errors: [{ pointer: '/to', code: 'x' }],
    };
    expect(failed(422, body)).toMatchObject({ kind: 'invalid', status: 422, title: 'Rätta', errors: body.errors });
    expect(failed(422, JSON.stringify(body)).title).toBe('Rätta');
  });

  it('carries what the server holds now', () => {
    expect(failed(412, { type: '/problems/changed-meanwhile', current: { version: 2 } }).current).toEqual({
      version: 2,
    });
  });

  it('is of its own kind when no response came', () => {
    expect(failed(0, new ProgressEvent('error'))).toMatchObject({ kind: 'network', status: 0, title: '' });
  });

  it.each([['<html>bad gateway</html>'], [null], ['[]']])('survives a response that is no problem: %s', (body) => {
    expect(failed(502, body)).toMatchObject({ kind: 'unexpected', status: 502, errors: [] });
  });

  it('survives what is no response at all', () => {
    expect(problemOf(new TypeError('x'))).toMatchObject({ kind: 'unexpected', errors: [] });
  });
});
