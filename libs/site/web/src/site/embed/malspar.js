// Figures from the site that this file comes from, as elements: <malspar-figur mal="R1"></malspar-figur>,
// <malspar-figure area="energi" language="en" height="500"></malspar-figure>. Uses no cookies and asks nobody else.
const SITE = new URL(import.meta.url).origin;
const FIRST = { mal: 600, malomrade: 560 };
const MOST = 4000;

class Malspar extends HTMLElement {
  static observedAttributes = ['mal', 'target', 'malomrade', 'area', 'sprak', 'language', 'hojd', 'height'];
  #frame = null;
  #listen = (event) => {
    if (event.origin !== SITE || !this.#frame || event.source !== this.#frame.contentWindow) return;
    const height = event.data?.malsparHeight;
    if (Number.isFinite(height) && height > 0) this.#frame.style.height = `${Math.min(Math.ceil(height), MOST)}px`;
  };

  connectedCallback() {
    addEventListener('message', this.#listen);
    this.#show();
  }

  disconnectedCallback() {
    removeEventListener('message', this.#listen);
    this.#frame?.remove();
    this.#frame = null;
  }

  attributeChangedCallback() {
    if (this.#frame) this.#show();
  }

  #given(...names) {
    return names.map((name) => this.getAttribute(name)).find((value) => value) ?? '';
  }

  #show() {
    const target = this.#given('mal', 'target');
    const [kind, which] = target ? ['mal', target] : ['malomrade', this.#given('malomrade', 'area')];
    if (!which) return;
    const language = this.#given('sprak', 'language') || (this.localName === 'malspar-figure' ? 'en' : 'sv');
    const frame = document.createElement('iframe');
    frame.src = `${SITE}${language === 'en' ? '/en' : ''}/badda-in/${kind}/${encodeURIComponent(which)}`;
    frame.title = language === 'en' ? `Follow-up: ${which}` : `Uppföljning: ${which}`;
    frame.loading = 'lazy';
    frame.style.cssText = 'display:block;width:100%;max-width:800px;border:0';
    frame.style.height = `${Math.min(Number(this.#given('hojd', 'height')) || FIRST[kind], MOST)}px`;
    this.#frame = frame;
    this.style.display = 'block';
    this.replaceChildren(frame);
  }
}

for (const name of ['malspar-figur', 'malspar-figure']) {
  if (!customElements.get(name)) customElements.define(name, class extends Malspar {});
}
