import { PublishedKinds } from '@malspar/publication-api';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { notShown, ShownKinds } from './shown-kinds.js';

/** Holds the kinds that are published against those that are shown, before anything is served or published. */
@Injectable()
export class SameKinds implements OnApplicationBootstrap {
  constructor(
    private readonly published: PublishedKinds,
    private readonly shown: ShownKinds,
  ) {}

  /** Throws when a kind is published and not shown, or the other way around. */
  onApplicationBootstrap(): void {
    const [published, shown] = [this.published, this.shown].map(({ all }) => all.map(({ name }) => name));
    const unshown = published?.find((name) => !shown?.includes(name));
    if (unshown !== undefined) throw new Error(notShown(unshown));
    const unpublished = shown?.find((name) => !published?.includes(name));
    if (unpublished === undefined) return;
    throw new Error(
      `The kind ${unpublished} is shown but cannot be published: its domain's module adds it to PublishedKinds.`,
    );
  }
}
