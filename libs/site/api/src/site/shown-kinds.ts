import { isFreeRoot, type ShownKind } from '@malspar/site-model';
import { Injectable, Module } from '@nestjs/common';

/** How each kind of publication is shown. Each domain that has one adds it when its module is made. */
@Injectable()
export class ShownKinds {
  readonly #kinds = new Map<string, ShownKind>();

  /** Throws when another kind has the name, or its addresses would be somebody else's. */
  add(kind: ShownKind): void {
    if (this.#kinds.has(kind.name)) throw new Error(`Two kinds of publication are called ${kind.name}`);
    if (!isFreeRoot(kind.root) || this.all.some(({ root }) => root === kind.root)) {
      throw new Error(`${kind.name} cannot be shown below /${kind.root}`);
    }
    this.#kinds.set(kind.name, kind);
  }

  get all(): readonly ShownKind[] {
    return [...this.#kinds.values()];
  }

  named(name: string): ShownKind | undefined {
    return this.#kinds.get(name);
  }
}

@Module({ providers: [ShownKinds], exports: [ShownKinds] })
export class ShownKindsModule {}
