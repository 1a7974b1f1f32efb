import { afterNextRender, Component, effect, type ElementRef, inject, input, viewChild } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Router } from '@angular/router';
import { isolated } from '@malspar/shared-model';
import { focusUnmoved } from '../focus/focus-on';
import { Sentence } from '../i18n/plan-text';

/** The page's one h1, which also names the document and takes the focus when the page is reached by a link. */
@Component({
  selector: 'ms-page-header',
  imports: [Sentence],
  template: `
    <ng-content select="[breadcrumb]" />
    <div class="row">
      <h1 #heading tabindex="-1"><ms-sentence [text]="title()" [plansWords]="plansWords()" /></h1>
      <ng-content select="[actions]" />
    </div>
    @if (lead()) {
      <p class="lead measure"><ms-sentence [text]="lead()" [plansWords]="plansWords()" /></p>
    }
    <ng-content />
  `,
  styles: `
    :host {
      display: block;
      margin-block-end: var(--s5);
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2) var(--s5);
      align-items: baseline;
      justify-content: space-between;
    }
    .lead {
      font-size: 1.125rem;
      color: var(--muted);
      margin-block-end: 0;
    }
  `,
})
export class PageHeader {
  readonly title = input.required<string>();
  readonly lead = input('');
  /** The plan's words in the title and the lead. */
  readonly plansWords = input<readonly string[]>([]);
  protected readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  constructor() {
    const document = inject(Title);
    effect(() => document.setTitle(`${isolated(this.title())} – Målspår`));
    // Not on the first page of a visit: there the browser's own order is the expected one.
    const byLink =
      inject(Router).getCurrentNavigation()?.previousNavigation ?? inject(Router).lastSuccessfulNavigation();
    if (byLink) afterNextRender(() => focusUnmoved(this.heading().nativeElement));
  }
}
