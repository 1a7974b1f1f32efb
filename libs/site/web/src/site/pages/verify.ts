import { Component, computed, inject, input } from '@angular/core';
import { dateInZone } from '@malspar/shared-model';
import { leadsSomewhere, type VerifyAsked } from '@malspar/site-model';
import { PAGE_CONTEXT } from '../page-context.js';

/** Whether a file or a checksum is something that was published; without one, the forms. */
@Component({
  selector: 'ms-verify',
  templateUrl: './verify.html',
})
export class VerifyPage {
  readonly asked = input.required<VerifyAsked | null>();
  protected readonly context = inject(PAGE_CONTEXT);
  protected readonly t = this.context.texts;
  protected readonly hasArchive = leadsSomewhere(this.context.page, 'archive');
  protected readonly here = this.context.path({ at: 'verify' });
  protected readonly checksum = computed(() => {
    const given = this.asked()?.given;
    return given && 'checksum' in given ? given.checksum : null;
  });
  /** The first part of the address of what it is. */
  protected readonly root = computed(() => this.asked()?.root ?? '');
  /** What the file was called, if it was one. */
  protected readonly file = computed(() => {
    const given = this.asked()?.given;
    return given && 'file' in given ? given.file : null;
  });
  protected readonly sumFault = computed(() => this.asked()?.fault === 'no-checksum');
  protected readonly fileFault = computed(() => (this.sumFault() ? null : (this.asked()?.fault ?? null)));

  protected published(at: string): string {
    return this.context.date(dateInZone(new Date(at)));
  }
}
