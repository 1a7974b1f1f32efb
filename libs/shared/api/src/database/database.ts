import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { knownVersions } from './known-versions.js';
import { Tx } from '../tx/tx.js';

/** The one way to reach the database: reads without a transaction, each write use case in exactly one. */
@Injectable()
export class Database {
  /** For reads that need no transaction of their own. */
  readonly read: Tx;

  // Out of reach of whoever is given the database.
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
    this.read = new Tx(dataSource.manager);
  }

  /** Runs the work in one transaction: all of it is done, or none of it. */
  async write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.#dataSource.transaction('READ COMMITTED', (manager) => work(new Tx(manager)));
    } finally {
      knownVersions.forget();
    }
  }

  /** Runs several reads on one unchanging picture of the data. */
  snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#dataSource.transaction('REPEATABLE READ', (manager) => work(new Tx(manager)));
  }
}
