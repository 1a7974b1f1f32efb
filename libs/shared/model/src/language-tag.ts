import * as z from 'zod';

/** Language, script and region: what a page's `lang` needs, and nothing that only programs read. */
const SHAPE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/;
/** They name no language. */
const NO_LANGUAGE: readonly string[] = ['und', 'mul', 'mis', 'zxx'];

/** The language of a plan that does not state one, and of every version that was published before plans did. */
export const UNSTATED_LANGUAGE = 'sv';

const primary = (tag: string): string => tag.split('-', 1).join();

const isNamed = (type: 'language' | 'script' | 'region', code: string | undefined): boolean =>
  code === undefined || new Intl.DisplayNames('en', { type, fallback: 'none' }).of(code) !== undefined;

/** A language tag (BCP 47) as it is usually written, `nb-NO` of `NB-no`; null for what names no language there is. */
export function canonicalLanguage(text: string): string | null {
  const tag = wellFormed(text);
  if (tag === null || !SHAPE.test(tag)) return null;
  const { language, script, region } = new Intl.Locale(tag);
  if (NO_LANGUAGE.includes(primary(tag))) return null;
  return isNamed('language', language) && isNamed('script', script) && isNamed('region', region) ? tag : null;
}

function wellFormed(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** A language tag that names a language there is. */
export const LanguageTag = z.string().transform((text, context) => {
  const tag = canonicalLanguage(text);
  if (tag !== null) return tag;
  context.addIssue({ code: 'custom', message: 'not-a-language', input: text });
  return z.NEVER;
});

/** What `lang` is to say of a text on a page: the text's language, or null where the page itself is in it. */
export const foreignLanguage = (tag: string | null | undefined, pageLanguage: string): string | null => {
  const language = tag ?? UNSTATED_LANGUAGE;
  return primary(language) === primary(pageLanguage) ? null : language;
};
