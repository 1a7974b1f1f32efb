import { CookieJar } from 'tough-cookie';

export interface Stop {
  readonly url: URL;
  readonly response: Response;
}

/** A browser without pages: keeps cookies, follows redirects one by one, and stops where it is told. */
export class TestBrowser {
  readonly jar = new CookieJar();

  constructor(readonly origin: string) {}

  /** One request, no redirects followed. */
  async request(address: string | URL, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address, this.origin);
    const headers = new Headers(init.headers);
    headers.set('cookie', await this.jar.getCookieString(url.href));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) await this.jar.setCookie(cookie, url.href);
    return response;
  }

  /** The JSON that is answered. */
  async read<T>(address: string): Promise<T> {
    return (await (await this.request(address)).json()) as T;
  }

  /** A write as one of our own pages sends it. */
  post(address: string, body: object = {}): Promise<Response> {
    const headers = { 'content-type': 'application/json', origin: this.origin };
    return this.request(address, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  postForm(address: string | URL, fields: Record<string, string>): Promise<Response> {
    return this.request(address, { method: 'POST', body: new URLSearchParams(fields) });
  }

  /** Follows redirects from a response, but does not open an address that `stopAt` names. */
  async follow(from: Stop, stopAt: (url: URL) => boolean = () => false): Promise<Stop> {
    let { url, response } = from;
    for (let hops = 0; hops < 10; hops += 1) {
      const location = response.headers.get('location');
      if (location === null) return { url, response };
      url = new URL(location, url);
      if (url.origin !== this.origin || stopAt(url)) return { url, response };
      response = await this.request(url);
    }
    throw new Error('Redirected in a circle.');
  }

  async open(address: string | URL, stopAt?: (url: URL) => boolean): Promise<Stop> {
    const url = new URL(address, this.origin);
    return this.follow({ url, response: await this.request(url) }, stopAt);
  }

  /** Begins a sign-in and picks an account; the address that the tenant sends the browser back to, not yet opened. */
  async pickAccount(person: string, login = '/auth/login'): Promise<URL> {
    const picker = await this.open(login, isCallback);
    if (isCallback(picker.url)) return picker.url;
    const response = await this.postForm(picker.url, { person });
    return this.reachCallback({ url: picker.url, response });
  }

  /** A whole sign-in; where the application sends the browser at the end. */
  async signIn(person: string, login?: string): Promise<string> {
    return this.openCallback(await this.pickAccount(person, login));
  }

  /** Opens a callback address; where the application sends the browser. */
  async openCallback(address: string | URL): Promise<string> {
    const response = await this.request(address);
    return response.headers.get('location') ?? `status ${response.status}`;
  }

  /** Sends the form that ends the tenant's session, as its script would. */
  async submitSignOutForm(at: Stop): Promise<Stop> {
    const html = await at.response.text();
    const action = /<form method="post" action="([^"]+)"/.exec(html)?.[1] ?? '';
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const response = await this.postForm(action, { xsrf, logout: 'yes' });
    return this.follow({ url: new URL(action), response }, (url) => url.pathname.startsWith('/app/'));
  }

  private async reachCallback(from: Stop): Promise<URL> {
    let stop = await this.follow(from, isCallback);
    // Another account was known to the tenant: its own page signs that one out first.
    if (!isCallback(stop.url)) {
      const html = await stop.response.text();
      const action = /<form method="post" action="([^"]+)"/.exec(html)?.[1] ?? '';
      const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
      const response = await this.postForm(action, { xsrf, logout: 'yes' });
      stop = await this.follow({ url: new URL(action), response }, isCallback);
    }
    return stop.url;
  }
}

const isCallback = (url: URL): boolean => url.pathname === '/auth/callback';
