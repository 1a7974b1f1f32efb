import {
  MOST_PENDING,
  PENDING_LIFETIME,
  type PendingSignIn,
  rememberPending,
  takePending,
} from './pending-sign-ins.js';

const pending = (state: string, begunAt = Date.now()): PendingSignIn => ({
  state,
  verifier: 'v',
  returnTo: '/app/',
  begunAt,
});

test('each attempt can be taken once, by its own state', () => {
  const session = {};
  rememberPending(session, pending('a'));
  rememberPending(session, pending('b'));
  expect(takePending(session, 'c')).toBeNull();
  expect(takePending(session, 'a')?.state).toBe('a');
  expect(takePending(session, 'a')).toBeNull();
  expect(takePending(session, 'b')?.state).toBe('b');
});

test('the oldest gives way', () => {
  const session = {};
  for (let n = 0; n <= MOST_PENDING; n += 1) rememberPending(session, pending(`state-${n}`));
  expect(takePending(session, 'state-0')).toBeNull();
  expect(takePending(session, 'state-1')).not.toBeNull();
});

test('one that took too long is used up without effect', () => {
  const session = {};
  const begunAt = Date.now();
  rememberPending(session, pending('a', begunAt));
  expect(takePending(session, 'a', begunAt + PENDING_LIFETIME * 1000 + 1)).toBeNull();
  expect(takePending(session, 'a', begunAt)).toBeNull();
});
