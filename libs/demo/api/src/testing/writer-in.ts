import type { Type } from '@nestjs/common';
import type { TestingModule } from '@nestjs/testing';

/** A demonstration's writer, on the services of a world. */
export function writerIn<T>(module: TestingModule, writer: Type<T>): T {
  const needs = Reflect.getMetadata('design:paramtypes', writer) as Type[];
  return new writer(...needs.map((type): unknown => module.get(type, { strict: false })));
}
