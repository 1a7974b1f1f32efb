import { NgTemplateOutlet } from '@angular/common';
import {
  booleanAttribute,
  Component,
  computed,
  contentChild,
  Directive,
  inject,
  input,
  output,
  TemplateRef,
} from '@angular/core';
import { problemOf } from '../http/problem';
import { PageHeader } from './page-header';
import { ProblemNotice } from './problem-notice';
import { Loading } from './states';

interface LoadedContext<T> {
  readonly msLoadedAs: NonNullable<T>;
}

/** The content, drawn once its value is there: `*msLoadedAs="report() as report"`. */
@Directive({ selector: '[msLoadedAs]' })
export class LoadedAs<T> {
  readonly value = input.required<T | null | undefined>({ alias: 'msLoadedAs' });
  readonly template = inject<TemplateRef<LoadedContext<T>>>(TemplateRef);

  static ngTemplateContextGuard<T>(_: LoadedAs<T>, context: unknown): context is LoadedContext<T> {
    return context !== null;
  }
}

/** Result of a read: its problem with a way to try again, a word when it takes long, or else its content. */
@Component({
  selector: 'ms-loaded',
  imports: [Loading, NgTemplateOutlet, PageHeader, ProblemNotice],
  template: `
    @if (problem(); as problem) {
      @if (title() && problem.status !== 404) {
        <ms-page-header [title]="title()" />
      }
      <ms-problem [problem]="problem" (retry)="retry.emit()" />
    }
    @if (context(); as context) {
      <ng-container [ngTemplateOutlet]="content().template" [ngTemplateOutletContext]="context" />
    } @else if (!problem()) {
      <ms-loading />
    }
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class Loaded {
  /** Error that the read threw; nothing while it has thrown none, or where the surrounding `ms-loaded` shows it. */
  readonly failure = input<unknown>(null);
  /** Heading of the page when the read failed, for pages whose own heading is part of the content. */
  readonly title = input('');
  /** Keeps the content below the problem, for pages where somebody writes in it. */
  readonly keeps = input(false, { transform: booleanAttribute });
  readonly retry = output();

  protected readonly content = contentChild.required<LoadedAs<unknown>>(LoadedAs, { descendants: false });
  protected readonly problem = computed(() => (this.failure() ? problemOf(this.failure()) : null));
  protected readonly context = computed(() => {
    const value = this.content().value();
    const hidden = value === null || value === undefined || value === false || (this.problem() && !this.keeps());
    return hidden ? null : { msLoadedAs: value };
  });
}
