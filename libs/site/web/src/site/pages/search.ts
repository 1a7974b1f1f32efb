import { Component, computed, inject, input } from '@angular/core';
import { periodHeading } from '@malspar/figures-model';
import { capitalized, foreignLanguage } from '@malspar/shared-model';
import {
  documentFilePath,
  leadsSomewhere,
  LONGEST_QUERY,
  type PlainPlace,
  type SearchAsked,
  type SearchField,
  type SearchHit,
  type SearchVersion,
} from '@malspar/site-model';
import { PAGE_CONTEXT } from '../page-context.js';
import { DocumentFacts } from '../parts/document-facts.js';
import { Marked } from '../parts/marked.js';
import { ExampleMark } from '../parts/marks.js';

const ELSEWHERE: readonly PlainPlace[] = ['plan', 'archive', 'glossary', 'site-map'];
/** Where it goes without saying what kind of text it is, it is not said. */
const UNNAMED: readonly SearchField[] = ['title', 'text', 'meaning', 'aim'];
/** In the language of the page, not in the reports'. */
const OWN_WORDS: readonly SearchHit['group'][] = ['term', 'page'];

/** What was sought and what was found; without a question, the form and how to use it. */
@Component({
  selector: 'ms-search',
  imports: [DocumentFacts, ExampleMark, Marked],
  templateUrl: './search.html',
})
export class SearchPage {
  readonly asked = input.required<SearchAsked | null>();
  protected readonly context = inject(PAGE_CONTEXT);
  protected readonly t = this.context.texts;
  protected readonly longest = LONGEST_QUERY;
  protected readonly elsewhere = ELSEWHERE.filter((at) => leadsSomewhere(this.context.page, at));
  protected readonly named = new Set(
    (Object.keys(this.t.search.fields) as SearchField[]).filter((field) => !UNNAMED.includes(field)),
  );
  protected readonly result = computed(() => this.asked()?.result ?? null);
  protected readonly summary = computed(() => {
    const parts = (this.result()?.groups ?? []).map(({ group, count }) => this.t.search.counted[group](count));
    const text = new Intl.ListFormat(this.context.language === 'sv' ? 'sv-SE' : 'en-GB').format(parts);
    return capitalized(text);
  });

  protected foreign({ language }: SearchHit): string | null {
    return foreignLanguage(language, this.context.language);
  }

  protected addressOfHit({ document, version }: SearchHit): string {
    return document ? documentFilePath(document.slug, document.sha256) : this.addressOf(version);
  }

  protected addressOf({ place, area }: SearchVersion): string {
    return this.context.path(place) + (area === null ? '' : `#a${area}`);
  }

  /** What period it is about, and where it stands when that is another one. */
  protected inReport({ version }: SearchHit, period: string): string {
    const about = periodHeading(period, this.context.language);
    if (!version.in) return about;
    const where = this.reference(version);
    return period === version.in.period ? where : `${about}. ${where}`;
  }

  protected reference({ in: published }: SearchVersion): string {
    return published ? this.t.report.reference(published.title, published.version) : '';
  }

  protected isPlanText({ group }: SearchHit): boolean {
    return !OWN_WORDS.includes(group);
  }
}
