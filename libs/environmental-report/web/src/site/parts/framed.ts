import { Directive, ElementRef, inject, input, type OnInit } from '@angular/core';
import type { ReportPlace } from '@malspar/environmental-report-model';
import { CONTEXT } from '../report-context.js';

/** As much of an element as there is on the server. */
interface FrameElement {
  setAttribute(name: string, value: string): void;
}

/** A frame with one of the site's own pages in it: the address is made here, never somebody's words. */
@Directive({ selector: 'iframe[msFramed]' })
export class Framed implements OnInit {
  readonly msFramed = input.required<ReportPlace>();
  readonly #context = inject(CONTEXT);
  readonly #frame = inject<ElementRef<FrameElement>>(ElementRef).nativeElement;

  ngOnInit(): void {
    this.#frame.setAttribute('src', this.#context.path(this.msFramed()));
  }
}
