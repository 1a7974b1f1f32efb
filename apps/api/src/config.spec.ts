import { openDataLicense, readConfig } from './config.js';

const needed = {
  NODE_ENV: 'test',
  DATABASE_URL: 'postgres://app@localhost/malspar',
  PUBLIC_ORIGIN: 'https://miljo.example.se',
  SESSION_SECRET: 'x'.repeat(32),
  AZURE_TENANT_ID: '11111111-1111-4111-8111-111111111111',
  AZURE_CLIENT_ID: '22222222-2222-4222-8222-222222222222',
  AZURE_CLIENT_SECRET: 'secret',
};
const CC0 = {
  OPEN_DATA_LICENSE_NAME: 'CC0 1.0',
  OPEN_DATA_LICENSE_URL: 'https://creativecommons.org/publicdomain/zero/1.0/deed.sv',
};

describe('the licence of the open data', () => {
  it('is what the publisher has said', () => {
    expect(openDataLicense(readConfig({ ...needed, ...CC0 }))).toEqual({
      name: CC0.OPEN_DATA_LICENSE_NAME,
      url: CC0.OPEN_DATA_LICENSE_URL,
    });
  });

  it('is none until somebody has said so', () => {
    expect(openDataLicense(readConfig(needed))).toBeNull();
    expect(
      openDataLicense(readConfig({ ...needed, OPEN_DATA_LICENSE_NAME: '', OPEN_DATA_LICENSE_URL: '' })),
    ).toBeNull();
  });

  it.each([
    { OPEN_DATA_LICENSE_NAME: CC0.OPEN_DATA_LICENSE_NAME },
    { OPEN_DATA_LICENSE_URL: CC0.OPEN_DATA_LICENSE_URL },
    { ...CC0, OPEN_DATA_LICENSE_URL: 'javascript:alert(1)' },
  ])('is refused by halves, or with an address that is none: %j', (given) => {
    expect(() => readConfig({ ...needed, ...given })).toThrow(/OPEN_DATA_LICENSE/);
  });
});
