import { AuditCatalogue, type TransitionInput, Workflow } from '@malspar/shared-model';
import { createTestDatabase, type TestDatabase } from '@malspar/shared-testing';
import { DataSource } from 'typeorm';
import { AuditEventEntity } from '../audit/audit-event.entity.js';
import { AuditLog } from '../audit/audit-log.js';
import { AuditLogRepository } from '../audit/audit-log.repository.js';
import { SystemClock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { keyAudit, type KeyTerms, Keys, Refused } from '../testing/key-loans.js';
import { WorkflowEngine } from './workflow-engine.js';

const PORTER = {
  personId: '3f0e1d52-7c41-4a29-9d0e-2f7a3c1b5e60',
  name: 'Portier',
  at: new Date('2025-10-01T09:00:00Z'),
};
const HOLDER = { ...PORTER, personId: '9b2f6a11-0d3c-4c58-8a77-64f0c2d1e9ab', name: 'Hanna' };
const LEND = { revisionHash: 'h1', comments: ['Rost i låset.'] };

describe('a made-up workflow in the engine', () => {
  let testDatabase: TestDatabase;
  let app: DataSource;
  let owner: DataSource;
  let database: Database;
  let keys: Keys;
  const audit = new AuditLog(new AuditLogRepository(), new AuditCatalogue([keyAudit]), new SystemClock());
  const engine = new WorkflowEngine(audit);

  beforeEach(async () => {
    testDatabase = await createTestDatabase();
    const connect = (url: string) =>
      new DataSource({ type: 'postgres', url, entities: [AuditEventEntity] }).initialize();
    [app, owner] = await Promise.all([connect(testDatabase.appUrl), connect(testDatabase.ownerUrl)]);
    database = new Database(app);
    keys = new Keys();
    await Keys.create(owner, ['gate', 'shed', 'loft']);
  });
  afterEach(async () => {
    await Promise.all([app.destroy(), owner.destroy()]);
    await testDatabase.drop();
  });

  const take = (
    actor: typeof PORTER,
    name: KeyTerms['transition'],
    ids: readonly string[],
    request: TransitionInput = {},
    within: string | null = null,
  ) =>
    database.write(async (tx) => {
      const relations = [actor === PORTER ? 'porter' : 'holder'] as const;
      const asked = [];
      for (const id of ids) asked.push({ held: await keys.held(tx, id, relations), call: { name, request, within } });
      return engine.take(tx, keys, actor, asked, (refusal) => new Refused(refusal));
    });
  const refused = (work: Promise<unknown>) =>
    work.then(
      () => 'taken',
      (error: Refused) => error.refusal,
    );
  const rows = () =>
    app.query<object[]>('SELECT id, state, signed_by, revision, transitions FROM key_loan ORDER BY id');
  const events = () => app.query<object[]>('SELECT kind, actor_name, subject_id, data FROM audit_event ORDER BY seq');

  it('moves as the table says, does its effects, and logs events of one shape', async () => {
    await take(PORTER, 'lend', ['gate'], LEND);
    await take(HOLDER, 'give-back', ['gate']);
    await take(PORTER, 'ask-again', ['gate'], { reason: 'Fel hus.' }, 'stocktaking');
    expect((await rows())[0]).toEqual({ id: 'gate', state: 'asked', signed_by: null, revision: 2, transitions: 3 });
    const logged = { subject_id: 'gate', actor_name: 'Portier' };
    const data = { reason: null, revision: 2, sha256: 'h1', comments: [] };
    expect(await events()).toEqual([
      {
        ...logged,
        kind: 'key.lend',
        data: { ...data, reference: 'gate-1', from: 'asked', to: 'lent', comments: LEND.comments },
      },
      {
        ...logged,
        actor_name: 'Hanna',
        kind: 'key.give-back',
        data: { ...data, reference: 'gate-2', from: 'lent', to: 'home' },
      },
      {
        ...logged,
        kind: 'key.ask-again',
        data: { ...data, reference: 'gate-3', from: 'home', to: 'asked', reason: 'Fel hus.' },
      },
    ]);
    expect((await audit.verify(database.read)).faults).toEqual([]);
  });

  it('takes several at once or none, and does what comes afterwards once for all', async () => {
    await take(HOLDER, 'give-back', ['gate', 'shed']);
    expect(keys.rung).toEqual([['gate', 'shed']]);
    expect(await refused(take(HOLDER, 'give-back', ['loft', 'gate']))).toEqual({ is: 'not-from', state: 'home' });
    expect(await rows()).toMatchObject([{ state: 'home' }, { id: 'loft', state: 'asked' }, { state: 'home' }]);
    expect(await events()).toHaveLength(2);
  });

  it('asks what takes reads last, and only where it is demanded', async () => {
    await owner.query(`UPDATE key_loan SET hook = 'empty'`);
    expect(await refused(take(PORTER, 'lend', ['gate']))).toMatchObject({ is: 'unfit' });
    expect(await refused(take(PORTER, 'lend', ['gate'], LEND))).toEqual({ is: 'not-met', whyNot: 'not_found' });
    expect(await refused(take(HOLDER, 'give-back', ['gate']))).toBe('taken');
  });

  it.each([
    ['somebody else’s', HOLDER, 'lend', LEND, { is: 'never-theirs' }],
    ['of another revision', PORTER, 'lend', { ...LEND, revisionHash: 'h0' }, { is: 'stale' }],
    [
      'on its own what belongs to another act',
      PORTER,
      'ask-again',
      { reason: 'x' },
      { is: 'not-from', state: 'asked' },
    ],
    ['with comments that have no place', HOLDER, 'give-back', { comments: ['x'] }, { is: 'unfit' }],
  ] as const)('takes nothing %s', async (_what, actor, name, request, refusal) => {
    const before = await rows();
    expect(await refused(take(actor, name, ['gate'], request))).toMatchObject(refusal);
    expect([await rows(), await events(), keys.rung]).toEqual([before, [], []]);
  });

  it('lets one of two through who saw the same, and tells the other', async () => {
    const outcome = await database.write(async (tx) => {
      const asked = {
        held: await keys.held(tx, 'gate', ['holder']),
        call: { name: 'give-back', request: {}, within: null },
      } as const;
      await owner.query(`UPDATE key_loan SET version = version + 1 WHERE id = 'gate'`);
      return refused(engine.take(tx, keys, HOLDER, [asked], (refusal) => new Refused(refusal)));
    });
    expect(outcome).toEqual({ is: 'changed-meanwhile' });
    expect(await events()).toEqual([]);
  });

  it('has no dead end and no unreachable state by the same check as every workflow, and shows when it has', () => {
    expect(keys.workflow.faults()).toEqual([]);
    const [lend, giveBack] = keys.workflow.transitions;
    const faultsOf = (...transitions: typeof keys.workflow.transitions) =>
      new Workflow<KeyTerms>({ states: keys.workflow.states, initial: 'asked', transitions })
        .faults()
        .map(({ kind, subject }) => `${kind} ${subject}`);
    expect(faultsOf(lend!, giveBack!)).toEqual(['dead_end home']);
    expect(faultsOf(lend!)).toEqual(['unreachable home', 'dead_end lent', 'dead_end home']);
  });
});
