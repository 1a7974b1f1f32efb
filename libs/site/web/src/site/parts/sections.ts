import { Component, input } from '@angular/core';

/** Headings with paragraphs, from the catalogue. */
@Component({
  selector: 'ms-sections',
  template: `
    @for (section of sections(); track $index) {
      <section>
        <h2>{{ section.heading }}</h2>
        @for (paragraph of section.paragraphs; track $index) {
          <p>{{ paragraph }}</p>
        }
      </section>
    }
  `,
})
export class Sections {
  readonly sections = input.required<readonly { readonly heading: string; readonly paragraphs: readonly string[] }[]>();
}
