import { readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { people } from './people.mjs';
import { texts } from './texts.mjs';

/** @typedef {import('./texts.mjs').Language} Language */
/** @typedef {{status: number, headers: Record<string, string>, body: string}} Page */

const styles = readFileSync(new URL('./pages.css', import.meta.url), 'utf8');

/** @type {Record<string, string>} */
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** @param {unknown} value */
const escape = (value) => String(value).replace(/[&<>"']/g, (character) => entities[character] ?? '');

/**
 * A whole page with its headers. The policy lets in this one style sheet and, at most, one script.
 * @param {{language: Language, title: string, content: string, status?: number, script?: string, otherLanguageHref?: string}} page
 * @returns {Page}
 */
function page({ language, title, content, status = 200, script, otherLanguageHref }) {
  const text = texts[language];
  const nonce = randomBytes(16).toString('base64');
  const languageLink = otherLanguageHref
    ? `<a class="language" href="${escape(otherLanguageHref)}" hreflang="${language === 'sv' ? 'en' : 'sv'}" lang="${language === 'sv' ? 'en' : 'sv'}">${escape(text.otherLanguage)}</a>`
    : '';
  const body = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escape(title)} – ${escape(text.product)}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${styles}</style>
</head>
<body>
<header><p class="brand"><span class="product">${escape(text.product)}</span> <span class="demo">${escape(text.demo)}</span></p>${languageLink}</header>
<main>
<h1>${escape(title)}</h1>
${content}
</main>
${script ? `<script nonce="${nonce}">${script}</script>` : ''}
</body>
</html>`;
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    script ? `script-src 'nonce-${nonce}'` : "script-src 'none'",
    'img-src data:',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
  return { status, headers, body };
}

/** People with the same title stand together, under what they all do. @param {Language} language */
function personGroups(language) {
  const groups = Map.groupBy(people, (person) => (language === 'sv' ? person.title : person.titleEn));
  return [...groups].map(([title, members], index) => {
    const does = language === 'sv' ? members[0].does : members[0].doesEn;
    const buttons = members.map(
      ({ key, name }) =>
        `<li><button name="person" value="${escape(key)}" aria-describedby="group-${index}">${escape(name)}</button></li>`,
    );
    return `<section aria-labelledby="group-${index}">
<div><h2 id="group-${index}">${escape(title)}</h2><p>${escape(does)}</p></div>
<ul>${buttons.join('')}</ul>
</section>`;
  });
}

/** The account picker. @param {{language: Language, action: string}} options @returns {Page} */
export function pickerPage({ language, action }) {
  const text = texts[language];
  const content = `<p class="lead">${escape(text.pickLead)}</p>
<form method="post" action="${escape(action)}">
${personGroups(language).join('\n')}
<p><button class="quiet" name="cancel" value="yes">${escape(text.cancel)}</button></p>
</form>`;
  const otherLanguageHref = `${action}?lang=${language === 'sv' ? 'en' : 'sv'}`;
  return page({ language, title: text.pickTitle, content, otherLanguageHref });
}

/**
 * Ends the provider's session: by itself where scripts run, by the button elsewhere.
 * @param {{language: Language, action: string, secret: string, switching: boolean}} options @returns {Page}
 */
export function signOutPage({ language, action, secret, switching }) {
  const text = texts[language];
  const content = `<p class="lead">${escape(switching ? text.switchLead : text.signOutLead)}</p>
<form method="post" action="${escape(action)}">
<input type="hidden" name="xsrf" value="${escape(secret)}">
<input type="hidden" name="logout" value="yes">
<p><button class="main">${escape(switching ? text.goOn : text.signOut)}</button></p>
</form>`;
  const title = switching ? text.switchTitle : text.signOutTitle;
  return page({ language, title, content, script: 'document.forms[0].submit()' });
}

/** @param {{language: Language, status: number, startOver: string, code?: string}} options @returns {Page} */
export function errorPage({ language, status, startOver, code }) {
  const text = texts[language];
  const content = `<p class="lead">${escape(text.errorLead)}</p>
<p><a class="main" href="${escape(startOver)}">${escape(text.startOver)}</a></p>
${code ? `<p class="code"><code>${escape(code)}</code></p>` : ''}`;
  return page({ language, title: text.errorTitle, content, status });
}
