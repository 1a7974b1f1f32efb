import { Injectable } from '@nestjs/common';

/** Lets the public site know that something on it has changed, so that it need not wait until it looks by itself. */
@Injectable()
export class SiteChange {
  #look: () => Promise<void> = () => Promise.resolve();

  /** `look` is called after each change that is made in this process, and waited for; it must not fail. */
  onChange(look: () => Promise<void>): void {
    this.#look = look;
  }

  /** To be called when the change has been committed. Whoever made it finds it on the site afterwards. */
  changed(): Promise<void> {
    return this.#look();
  }
}
