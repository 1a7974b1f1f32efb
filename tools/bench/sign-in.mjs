// A session of the demo, for a program that asks as somebody who is signed in.

/**
 * Signs in through the account picker; gives what a request carries in `Cookie`.
 * @param {string} origin
 * @param {string} account
 */
export async function signIn(origin, account) {
  /** @type {Map<string, string>} */
  const jar = new Map();
  const step = async (/** @type {string | URL} */ address, /** @type {RequestInit} */ init = {}) => {
    const headers = { origin, cookie: cookiesOf(jar), .../** @type {Record<string, string>} */ (init.headers) };
    const response = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    return response;
  };
  const follow = async (/** @type {string | URL} */ address, /** @type {RequestInit} */ init = {}) => {
    let at = new URL(address);
    let response = await step(at, init);
    while (response.headers.has('location')) {
      at = new URL(response.headers.get('location') ?? '', at);
      response = await step(at);
    }
    return { at, html: await response.text() };
  };
  const picker = await follow(`${origin}/auth/login`);
  const action = /<form method="post" action="([^"]+)"/.exec(picker.html)?.[1];
  if (!action) throw new Error(`No account picker at ${picker.at}`);
  await follow(new URL(action, picker.at), { method: 'POST', body: new URLSearchParams({ person: account }) });
  const session = [...jar].find(([name]) => name.endsWith('malspar.sid'));
  if (!session) throw new Error(`${account} could not sign in`);
  return session.join('=');
}

const cookiesOf = (/** @type {Map<string, string>} */ jar) => [...jar].map((pair) => pair.join('=')).join('; ');
