import { Directive, effect, ElementRef, inject, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';

/** A file input as a control of a form: a file can be chosen there and let go of, but never be put there by the page. */
@Directive({ selector: 'input[type=file][msFile]', host: { '(change)': 'choose()' } })
export class FileControl implements FormValueControl<File | null> {
  readonly value = model<File | null>(null);
  readonly #input = inject<ElementRef<HTMLInputElement>>(ElementRef).nativeElement;

  constructor() {
    effect(() => {
      if (this.value() === null) this.#input.value = '';
    });
  }

  protected choose(): void {
    this.value.set(this.#input.files?.[0] ?? null);
  }
}
