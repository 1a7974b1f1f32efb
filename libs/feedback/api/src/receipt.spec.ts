import { type Receipt, Receipts } from './receipt.js';

const now = new Date('2026-03-01T10:00:00Z');
const receipt: Receipt = {
  id: '0b7f3f0e-6a51-4c0e-9f0e-0a5b8c7d6e5f',
  back: '/en/plan',
  at: now.getTime(),
  masked: null,
};
const receipts = new Receipts('a secret that is used in tests');
const sealed = receipts.seal(receipt);
const later = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);

describe('the receipt of a vote', () => {
  it('says what was sealed, and can stand in an address as it is', () => {
    expect(receipts.open(sealed, later(1))).toEqual(receipt);
    expect(encodeURIComponent(sealed)).toBe(sealed);
  });

  it('holds for a day, and where the clock is somewhat behind the maker’s, not before it was made', () => {
    const hours = [23.9, 24.1, -59 / 3600, -61 / 3600];
    expect(hours.map((each) => receipts.open(sealed, later(each)) !== null)).toEqual([true, false, true, false]);
  });

  it('no longer holds when an earlier release sealed it in another shape', () => {
    const { id, back, at } = receipt;
    expect(receipts.open(receipts.seal({ id, back, at } as Receipt), now)).toBeNull();
  });

  it('is nothing when it was changed, cut, or sealed by another', () => {
    const [content = '', signature = ''] = sealed.split('.');
    const forged = Buffer.from(JSON.stringify({ ...receipt, back: 'https://evil.example' })).toString('base64url');
    const others = [
      `${forged}.${signature}`,
      `${content}.`,
      content,
      `.${signature}`,
      `${content}.${signature}x`,
      new Receipts('another secret').seal(receipt),
      '',
      'x'.repeat(100_000),
      ['a'],
      undefined,
    ];
    expect(others.map((other) => receipts.open(other, now))).toEqual(others.map(() => null));
  });
});
