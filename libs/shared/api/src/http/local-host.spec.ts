import { isLocalHostHeader, isLocalOrigin } from './local-host.js';

test.each(['localhost', 'LOCALHOST:4200', '127.0.0.1', '127.0.0.1:4200', '[::1]', '[::1]:4200'])(
  '%s names this machine',
  (host) => expect(isLocalHostHeader(host)).toBe(true),
);

test.each([
  ...[
    'evil.example',
    'evil.example:4200',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil.example#localhost',
  ],
  ...['127.0.0.1@evil.example', 'localhost:x', 'localhost:4200:4200', '[::1', '::1', '[::2]', '0.0.0.0', '', undefined],
])('%s does not', (host) => expect(isLocalHostHeader(host)).toBe(false));

test.each([
  ['http://localhost:4200', true],
  ['http://[::1]:4200', true],
  ['https://127.0.0.1', true],
  ['http://localhost.evil.example', false],
  ['http://10.0.0.5', false],
])('the origin %s is this machine: %s', (origin, local) => expect(isLocalOrigin(origin)).toBe(local));
