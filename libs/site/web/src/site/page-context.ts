import { InjectionToken } from '@angular/core';
import type { Language, Words } from '@malspar/figures-model';
import { foreignLanguage, isolatingTexts, type PlainDate, writtenDay } from '@malspar/shared-model';
import { publicFilePath, type PublicPage, publicPath, type PublicPlace, siteNameOf } from '@malspar/site-model';
import { en } from './i18n/en.js';
import { sv, type Texts } from './i18n/sv.js';

const TEXTS: Readonly<Record<Language, Texts>> = { sv: isolatingTexts(sv), en: isolatingTexts(en) };
const LOCALES: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };
// Made once: to make one takes longer than to write a month with it.
const months = (locale: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
const MONTHS: Readonly<Record<Language, Intl.DateTimeFormat>> = { sv: months(LOCALES.sv), en: months(LOCALES.en) };

/** What every part of one page asks for: its words, its addresses and how it writes dates. Knows no clock and no zone. */
export class PageContext {
  readonly texts: Texts;
  /** The language of the plan's texts, and of what persons have written; null where the page itself is in it. */
  readonly planLanguage: string | null;

  constructor(
    readonly page: PublicPage,
    readonly language: Language,
    /** Of the site, for addresses that are copied to elsewhere. */
    readonly origin = '',
  ) {
    this.texts = TEXTS[language];
    this.planLanguage = foreignLanguage(siteNameOf(page)?.language, language);
  }

  path(place: PublicPlace): string {
    return publicPath(place, this.language);
  }

  /** The same page in the other language. */
  otherPath(place: PublicPlace): string {
    return publicPath(place, this.language === 'sv' ? 'en' : 'sv');
  }

  filePath(...file: Parameters<typeof publicFilePath>): string {
    return publicFilePath(...file);
  }

  say(words: Words): string {
    return words[this.language];
  }

  /** What the language of the plan's texts is called on the page; null where the page itself is in it. */
  get planLanguageName(): string | null {
    const names = new Intl.DisplayNames(LOCALES[this.language], { type: 'language' });
    return this.planLanguage && (names.of(this.planLanguage) ?? null);
  }

  date(date: PlainDate): string {
    return writtenDay(date)[this.language];
  }

  /** A month, `2021-03`, in words. */
  month(month: string): string {
    return MONTHS[this.language].format(new Date(`${month}-01T00:00:00Z`));
  }

  /** A file's size as people say it, in kB or MB. */
  size(bytes: number): string {
    const [unit, per, digits] = bytes < 1_000_000 ? ['kB', 1000, 0] : ['MB', 1_000_000, 1];
    const number = new Intl.NumberFormat(LOCALES[this.language], { maximumFractionDigits: Number(digits) });
    return `${number.format(Math.max(1, bytes / Number(per)))}\u00a0${unit}`;
  }
}

/** The page that is being rendered. */
export const PAGE_CONTEXT = new InjectionToken<PageContext>('page context');
