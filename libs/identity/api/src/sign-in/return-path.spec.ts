import { safeReturnPath } from './return-path.js';

test.each([
  ['/app/', '/app/'],
  ['/app', '/app'],
  ['/app/reports/2025-Q3?tab=checks#entry', '/app/reports/2025-Q3?tab=checks#entry'],
  ['/app/areas/../targets', '/app/targets'],
  ['/app/find?q=https://example.org//x', '/app/find?q=https://example.org//x'],
  ['/app/reports/', '/app/reports/'],
  ['/app/areas/b%C3%A4ttre', '/app/areas/b%C3%A4ttre'],
])('%s is a page of ours', (asked, path) => {
  expect(safeReturnPath(asked)).toBe(path);
});

test.each([
  undefined,
  null,
  5,
  ['/app/a', '/app/b'],
  '',
  'app/',
  'https://evil.example/app/',
  'javascript:alert(1)',
  '//evil.example/app/',
  '///evil.example/app/',
  '/\\evil.example/app/',
  '/app\\..\\..\\evil',
  '/\t/evil.example',
  '\t//evil.example',
  '/app/\r\nSet-Cookie: a=b',
  '/app/..//evil.example',
  '/./ /evil.example',
  '/.//evil.example',
  '/app/%2e%2e//evil.example',
  '/app/%2e%2e/auth/login',
  '/%2f/evil.example',
  '/%5cevil.example',
  '/app/%5c%5cevil',
  '/app/%0d%0aX',
  '/app/%252e%252e/auth/login',
  '/application',
  '/auth/login?returnTo=/auth/login',
  '/auth/logout',
  '/api/v1/session',
  '/app/ingen-behorighet',
  '/app/inloggning-misslyckades?reason=cancelled',
  '/app/utloggad',
  '/app/ingen-behorighet/',
  '/app/inloggning-misslyckades/?reason=cancelled',
  '/app/utloggad//#main',
  '/app//utloggad',
  '/app/ingen%2dbehorighet',
  '/app/utloggad;x=1',
  '/app/%ff',
  // As they were once called.
  '/app/no-access',
  '/app/sign-in-failed?reason=cancelled',
  '/app/signed-out',
  '/app/signed-out/',
  `/app/${'a'.repeat(2000)}`,
])('%j leads home', (asked) => {
  expect(safeReturnPath(asked)).toBe('/app/');
});
