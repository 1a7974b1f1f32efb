import type { EntityManager } from 'typeorm';
import { Tx } from '../tx/tx.js';

/** What a repository sends its statements by. */
export const managerOf = (tx: Tx): EntityManager => Tx.managerOf(tx);
