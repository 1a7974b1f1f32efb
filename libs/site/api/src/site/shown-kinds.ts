import { isFreeRoot, type ShownKind } from '@malspar/site-model';
import { Injectable, Module } from '@nestjs/common';

/** How each kind of publication is shown. Each domain that has one adds it when its module is made. */
@Injectable()
export class ShownKinds {
  readonly #kinds = new Map<string, ShownKind>();

  /** Throws when another kind has the name, or its addresses would be somebody else's. */
  add(kind: ShownKind): void {
    if (this.#kinds.has(kind.name)) throw new Error(`Two kinds of publication are called ${kind.name}`);
    const taken = this.all.flatMap(rootsOf);
    for (const root of rootsOf(kind)) {
      if (!isFreeRoot(root) || taken.includes(root)) throw new Error(`${kind.name} cannot be shown below /${root}`);
    }
    this.#kinds.set(kind.name, kind);
  }

  get all(): readonly ShownKind[] {
    return [...this.#kinds.values()];
  }

  /** Throws when no kind has the name: what is published without being shown would have no page. */
  named(name: string): ShownKind {
    const kind = this.#kinds.get(name);
    if (!kind) throw new Error(notShown(name));
    return kind;
  }
}

/** What is wrong with a kind that is published and not shown, and where that is put right. */
export const notShown = (name: string): string =>
  `The kind ${name} is published but not shown: its domain's module adds it to ShownKinds, beside PublishedKinds.`;

const rootsOf = ({ root, otherRoots = [] }: ShownKind): string[] => [root, ...otherRoots];

@Module({ providers: [ShownKinds], exports: [ShownKinds] })
export class ShownKindsModule {}
