import { matching, places } from './palette-places';

const area = {
  slug: 'resor',
  title: 'Resor och transporter',
  targets: [{ code: 'R1', inForce: { title: 'Minskad klimatpåverkan' } }],
};
const report = (id: string, period: string, waitsForMe: string | null) => ({
  id,
  period,
  focusArea: { title: area.title },
  waitsForMe,
});
const all = places(
  [{ path: '/plan', text: 'nav.plan' }],
  [area],
  [report('old', '2025-Q3', null), report('new', '2025-Q4', 'write')],
  (key) => key,
);
const found = (query: string) => matching(all, query, 10).map(({ link }) => link);

describe('finding a place', () => {
  it('knows pages, areas, targets and reports, newest reports first', () => {
    expect(found('')).toEqual(['/plan', '/malomraden/resor', '/mal/R1', '/rapporter/new', '/rapporter/old/granska']);
  });

  it("knows what of each is the plan's words", () => {
    expect(all.map(({ plansWords }) => plansWords)).toEqual([
      [],
      ['Resor och transporter'],
      ['Minskad klimatpåverkan', 'Resor och transporter'],
      ['Resor och transporter'],
      ['Resor och transporter'],
    ]);
    for (const { text, hint, plansWords } of all) {
      expect(plansWords.filter((words) => !`${text} ${hint}`.includes(words))).toEqual([]);
    }
  });

  it('finds by parts of words in any order, whatever the case', () => {
    expect(found('klimat R1')).toEqual(['/mal/R1']);
    expect(found('KVARTAL 4 resor')).toEqual(['/rapporter/new']);
    expect(found('xyz')).toEqual([]);
  });

  it('reads as the public search does: nothing invisible, no spaces within numbers, no accents', () => {
    const target = (title: string) => ({ ...area, targets: [{ code: 'K1', inForce: { title } }] });
    const list = places([], [target('Högst 12 500 resor på kaféet')], [], (key) => key);
    const links = (query: string) => matching(list, query, 10).map(({ link }) => link);
    for (const query of ['12500', '12 500', '12\u00a0500', 'kafeet', 'hö\u00adgst', 're\u200bsor 12', 'KAFE\u0301ET']) {
      expect([query, links(query)]).toEqual([query, expect.arrayContaining(['/mal/K1'])]);
    }
    expect(links('\u200b')).toHaveLength(2);
  });

  it('puts the exact words first, then what begins so, and the newest first among equals', () => {
    const quarters = ['2021-Q1', '2021-Q4', '2022-Q1', '2022-Q4', '2025-Q1'].map((code) => report(code, code, null));
    const places_ = places([{ path: '/kvartal', text: 'Kvartalen' }], [area], quarters, (key) => key);
    const at = (query: string, most = 3) =>
      matching(places_, query, most).map(({ link }) => link.split('/')[2] ?? link);
    expect(at('kvartal 1 2021')).toEqual(['2021-Q1', '2021-Q4']);
    expect(at('2021 kvartal 1')[0]).toBe('2021-Q1');
    expect(at('kvartal 1')).toEqual(['2025-Q1', '2022-Q1', '2021-Q1']);
    expect(at('resor kvartal 4')).toEqual(['2022-Q4', '2021-Q4']);
    expect(at('kvartal 1 202')[0]).toBe('2025-Q1');
    expect(at('resor', 1)).toEqual(['resor']);
    expect(at('kvartal', 6).at(-1)).toBe('/kvartal');
  });
});
