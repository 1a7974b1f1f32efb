import { Component, inject } from '@angular/core';
import { PAGE_CONTEXT } from '../page-context.js';

/** A field that no person sees or reaches, and that machines fill in. Without the stylesheet it says so itself. */
@Component({
  selector: 'ms-trap',
  template: `<label>{{ text }} <input type="text" name="subject" tabindex="-1" autocomplete="off" /></label>`,
})
export class Trap {
  protected readonly text = inject(PAGE_CONTEXT).texts.feedback.trap;
}
