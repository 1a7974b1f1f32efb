import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { knownVersions } from '../reading/known-versions.js';

/** A handle on the database that services pass on and only repositories use. */
export type Tx = EntityManager;

/** The one way to reach the database: reads without a transaction, each write use case in exactly one. */
@Injectable()
export class Database {
  constructor(private readonly dataSource: DataSource) {}

  /** For reads that need no transaction of their own. */
  get read(): Tx {
    return this.dataSource.manager;
  }

  /** Runs the work in one transaction: all of it is done, or none of it. */
  async write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.dataSource.transaction('READ COMMITTED', work);
    } finally {
      knownVersions.forget();
    }
  }

  /** Runs several reads on one unchanging picture of the data. */
  snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.dataSource.transaction('REPEATABLE READ', work);
  }
}
