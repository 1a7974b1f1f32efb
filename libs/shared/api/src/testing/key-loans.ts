import {
  auditSubject,
  type Demand,
  demands,
  givesReason,
  namesRevision,
  onlyWithin,
  type Refusal,
  type Transition,
  transitionData,
  Workflow,
} from '@malspar/shared-model';
import type { DataSource } from 'typeorm';
import * as z from 'zod';
import type { Tx } from '../tx/tx.js';
import type {
  Change,
  EffectWork,
  Held,
  Move,
  TransitionActor,
  WorkflowSubjects,
} from '../workflow/workflow-subjects.js';
import { managerOf } from '../sql/manager-of.js';

/** A made-up workflow of three states: a key that is asked for, lent and given back. */
export interface KeyTerms {
  readonly state: 'asked' | 'lent' | 'home';
  readonly transition: 'lend' | 'give-back' | 'ask-again';
  readonly relation: 'holder' | 'porter';
  readonly demand: 'notHolder' | 'found' | 'reason' | 'revisionHash' | 'stocktaking';
  readonly effect: 'signs' | 'rings';
  readonly place: 'lodge';
  readonly why: 'own_key' | 'not_found';
  readonly facts: {
    readonly state: 'asked' | 'lent' | 'home';
    readonly revisionHash: string | null;
    readonly holder: string;
    /** Null until the hook has been looked at. */
    readonly hook: string | null;
  };
}

export interface HeldKey extends Held<KeyTerms> {
  readonly version: number;
  readonly transitions: number;
  readonly revision: number;
}
interface KeyChange extends Change {
  readonly signedBy: string | null;
}
type KeyMove = Move<KeyTerms, HeldKey, KeyChange>;

const notHolder = demands('notHolder', ({ holder }: KeyTerms['facts'], who) => (holder === who ? 'own_key' : null));
const found: Demand<KeyTerms['facts'], 'not_found', 'found'> = {
  ...demands('found', ({ hook }: KeyTerms['facts']) => (hook === 'empty' ? 'not_found' : null)),
  readsMore: true,
};

const transitions: readonly Transition<KeyTerms>[] = [
  {
    name: 'lend',
    from: ['asked'],
    to: 'lent',
    who: ['porter'],
    place: 'lodge',
    demands: [notHolder, namesRevision, found],
    effects: ['signs', 'takesComments'],
  },
  {
    name: 'give-back',
    from: ['lent', 'asked'],
    to: 'home',
    who: ['holder'],
    place: 'lodge',
    demands: [],
    effects: ['rings'],
  },
  {
    name: 'ask-again',
    from: ['home'],
    to: 'asked',
    who: ['holder', 'porter'],
    place: 'lodge',
    demands: [onlyWithin('stocktaking'), givesReason],
    effects: [],
  },
];

const moved = transitionData(z.enum(['asked', 'lent', 'home']), z.string());

export const keyAudit = auditSubject(
  'key',
  { sv: 'Nyckel', en: 'Key' },
  {
    lend: { sv: 'Lånade ut nyckeln', en: 'Lent the key', data: moved },
    'give-back': { sv: 'Lämnade nyckeln', en: 'Gave the key back', data: moved },
    'ask-again': { sv: 'Önskade nyckeln igen', en: 'Asked for the key again', data: moved },
  },
);

/** Keys in a table of their own, as the engine moves them. */
export class Keys implements WorkflowSubjects<KeyTerms, HeldKey, KeyChange> {
  readonly workflow = new Workflow<KeyTerms>({ states: ['asked', 'lent', 'home'], initial: 'asked', transitions });
  readonly auditKinds = keyAudit.kinds;
  /** Ids of keys that were rung for, once per call. */
  readonly rung: string[][] = [];
  readonly effects: Record<KeyTerms['effect'], EffectWork<KeyTerms, HeldKey, KeyChange>> = {
    signs: { change: (_tx, { held, actor }) => ({ signedBy: actor.name, revision: held.revision + 1 }) },
    rings: { afterwards: (_tx, moves) => Promise.resolve(void this.rung.push(moves.map(({ held }) => held.id))) },
  };

  static async create(owner: DataSource, keys: readonly string[]): Promise<void> {
    await owner.query(`CREATE TABLE key_loan (id text PRIMARY KEY, state text NOT NULL, holder text NOT NULL,
      hook text NOT NULL DEFAULT 'full', signed_by text, revision int NOT NULL DEFAULT 1, sha256 text,
      transitions int NOT NULL DEFAULT 0, version int NOT NULL DEFAULT 1)`);
    await owner.query('GRANT SELECT, UPDATE ON key_loan TO malspar_app');
    await owner.query(
      `INSERT INTO key_loan (id, state, holder, sha256) SELECT k, 'asked', 'hanna', 'h1' FROM unnest($1::text[]) k`,
      [keys],
    );
  }

  async held(tx: Tx, id: string, relations: readonly KeyTerms['relation'][]): Promise<HeldKey> {
    const [row] = await managerOf(tx).query<(KeyTerms['facts'] & Omit<HeldKey, 'facts' | 'relations'>)[]>(
      `SELECT id, state, holder, revision, sha256 AS "revisionHash", transitions, version FROM key_loan WHERE id = $1`,
      [id],
    );
    const { state, holder, revisionHash, ...key } = row!;
    return { ...key, relations, facts: { state, holder, revisionHash, hook: null } };
  }

  async readMore(tx: Tx, held: HeldKey): Promise<HeldKey> {
    const [row] = await managerOf(tx).query<{ hook: string }[]>('SELECT hook FROM key_loan WHERE id = $1', [held.id]);
    return { ...held, facts: { ...held.facts, hook: row!.hook } };
  }

  unchanged({ revision, facts }: HeldKey): KeyChange {
    return { revision, revisionSha256: facts.revisionHash, signedBy: null };
  }

  numbered({ id, transitions: before }: HeldKey): { number: number; reference: string } {
    return { number: before + 1, reference: `${id}-${before + 1}` };
  }

  async store(tx: Tx, moves: readonly KeyMove[], actor: TransitionActor): Promise<string[]> {
    const moved: { id: string }[] = [];
    for (const { held, transition, number, change } of moves) {
      const [rows] = await managerOf(tx).query<[{ id: string }[], number]>(
        `UPDATE key_loan SET state = $3, transitions = $4, signed_by = $5, revision = $6, version = version + 1
         WHERE id = $1 AND version = $2 AND $7::text IS NOT NULL RETURNING id`,
        [held.id, held.version, transition.to, number, change.signedBy, change.revision, actor.personId],
      );
      moved.push(...rows);
    }
    return moved.map(({ id }) => id);
  }
}

/** A refusal that a spec can read. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal<KeyTerms>) {
    super(JSON.stringify(refusal));
  }
}
