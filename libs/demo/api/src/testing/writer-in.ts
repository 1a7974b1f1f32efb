import type { Type } from '@nestjs/common';
import type { TestingModule } from '@nestjs/testing';

/** A demonstration's writer, on the services of a world, with the repositories that are its own. */
export function writerIn<T>(module: TestingModule, writer: Type<T>, ...own: Type[]): T {
  const needs = Reflect.getMetadata('design:paramtypes', writer) as Type[];
  const needed = (type: Type): unknown => (own.includes(type) ? new type() : module.get(type, { strict: false }));
  return new writer(...needs.map(needed));
}
