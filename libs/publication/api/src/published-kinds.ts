import { NotFound } from '@malspar/shared-api';
import { Injectable, Module } from '@nestjs/common';
import type { PublishedKind } from './published-kind.js';

/** The kinds of content that can be published. Each domain that has one adds it when its module is made. */
@Injectable()
export class PublishedKinds {
  readonly #kinds = new Map<string, PublishedKind>();

  /** Throws when another kind has the name. */
  add(kind: PublishedKind): void {
    if (this.#kinds.has(kind.name)) throw new Error(`Two kinds of publication are called ${kind.name}`);
    this.#kinds.set(kind.name, kind);
  }

  get all(): readonly PublishedKind[] {
    return [...this.#kinds.values()];
  }

  /** The kind with the name; the one that was added first where none is given. Throws `NotFound`. */
  named(name: string | undefined): PublishedKind {
    const kind = name === undefined ? this.all[0] : this.#kinds.get(name);
    if (!kind) throw new NotFound();
    return kind;
  }
}

@Module({ providers: [PublishedKinds], exports: [PublishedKinds] })
export class PublishedKindsModule {}
