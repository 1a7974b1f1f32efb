import { NotFound } from '@malspar/shared-api';
import { Injectable, Module } from '@nestjs/common';
import type { PublishedKind } from './published-kind.js';

/** The kinds of content that can be published. Each domain that has one adds it when its module is made. */
@Injectable()
export class PublishedKinds {
  readonly #kinds = new Map<string, PublishedKind>();
  #usual = '';

  /** From now on a call that names no kind means this one. */
  set usual(name: string) {
    this.#usual = name;
  }

  /** Throws when another kind has the name. */
  add(kind: PublishedKind): void {
    if (this.#kinds.has(kind.name)) throw new Error(`Two kinds of publication are called ${kind.name}`);
    this.#kinds.set(kind.name, kind);
  }

  /** The usual kind, then the others by name: modules are made in no certain order. */
  get all(): readonly PublishedKind[] {
    const place = ({ name }: PublishedKind): string => (name === this.#usual ? '' : name);
    return [...this.#kinds.values()].sort((a, b) => (place(a) < place(b) ? -1 : 1));
  }

  /** The kind with the name; the usual one where none is given. Throws `NotFound`. */
  named(name: string = this.#usual): PublishedKind {
    const kind = this.#kinds.get(name);
    if (!kind) throw new NotFound();
    return kind;
  }
}

@Module({ providers: [PublishedKinds], exports: [PublishedKinds] })
export class PublishedKindsModule {}
