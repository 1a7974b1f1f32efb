import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { plainSecurityHeaders, securityHeaders } from './security-headers.js';

/** Pages bring their own. */
const OWN = ['content-security-policy', 'x-content-type-options', 'x-frame-options'];
const OF_HTTP = ['connection', 'content-length', 'content-type', 'date', 'keep-alive', 'x-powered-by'];

describe('security headers', () => {
  it.each([true, false])('are the same when they are written out, https: %s', async (https) => {
    const app = express().use(securityHeaders({ https }));
    app.get('/', (_request, response) => void response.end());
    const server = await new Promise<Server>((resolve) => {
      const listening: Server = app.listen(0, '127.0.0.1', () => resolve(listening));
    });
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    server.close();
    const sent = [...response.headers].filter(([name]) => ![...OWN, ...OF_HTTP].includes(name));
    const written = Object.entries(plainSecurityHeaders({ https })).map(([name, value]) => [name.toLowerCase(), value]);
    expect(Object.fromEntries(sent)).toEqual(Object.fromEntries(written));
    expect(response.headers.has('strict-transport-security')).toBe(https);
  });
});
