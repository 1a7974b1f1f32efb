import type { EntityManager } from 'typeorm';

/** A handle on the database, in a transaction or outside one, that services pass on and only repositories can use. */
export class Tx {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  /** For `managerOf` alone. */
  static managerOf(tx: Tx): EntityManager {
    return tx.#manager;
  }
}
