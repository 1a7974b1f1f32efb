// A child process with the same questions behind a bare Nest on Express with `pg`: one statement each, nobody signed
// in, nothing checked. What the product is measured against.
import 'reflect-metadata';
import { Controller, Get, Module, Param } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { STATEMENTS } from './reference-statements.mjs';

async function serve(/** @type {{databaseUrl: string}} */ { databaseUrl }) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  const ask = async (/** @type {keyof typeof STATEMENTS} */ question, /** @type {string[]} */ ...values) =>
    (await pool.query(STATEMENTS[question], values)).rows[0].found;
  class Questions {
    plan() {
      return ask('plan');
    }
    report(/** @type {string} */ id) {
      return ask('report', id);
    }
    results() {
      return ask('results');
    }
    series(/** @type {string} */ code) {
      return ask('series', code);
    }
  }
  route(Questions, 'plan', 'plan');
  route(Questions, 'report', 'reports/:id', 'id');
  route(Questions, 'results', 'results');
  route(Questions, 'series', 'targets/:code/results', 'code');
  Controller()(Questions);
  class Reference {}
  Module({ controllers: [Questions] })(Reference);
  const app = await NestFactory.create(Reference, { logger: false });
  app.setGlobalPrefix('api/v1');
  const server = await app.listen(0, '127.0.0.1');
  process.send?.({ port: server.address().port });
}

/** What TypeScript's decorators would do. */
function route(
  /** @type {{prototype: object}} */ { prototype },
  /** @type {string} */ name,
  /** @type {string} */ path,
  /** @type {string[]} */ ...parameters
) {
  Get(path)(prototype, name, Object.getOwnPropertyDescriptor(prototype, name) ?? {});
  parameters.forEach((parameter, index) => Param(parameter)(prototype, name, index));
}

process.on('message', (/** @type {{databaseUrl: string}} */ job) => void serve(job));
process.on('disconnect', () => process.exit(0));
