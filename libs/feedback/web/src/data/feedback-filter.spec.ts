import { feedbackFilter, shareOfYes } from './feedback-filter';

const TODAY = '2026-03-01';

describe('what the address says', () => {
  it('is by default the last year, all pages, what is not read', () => {
    expect(feedbackFilter({}, TODAY)).toEqual({
      span: '365',
      asked: { from: '2025-03-02' },
      shelf: 'unread',
      withComment: false,
      commentsPage: 1,
      pagesPage: 1,
    });
  });

  it('is followed', () => {
    const address = { tid: '30', om: '/mal/R1', visa: 'misstankta', kommentar: 'ja', sida: '3', lista: '2' };
    expect(feedbackFilter(address, TODAY)).toEqual({
      span: '30',
      asked: { from: '2026-01-31', path: '/mal/R1' },
      shelf: 'suspicious',
      withComment: true,
      commentsPage: 3,
      pagesPage: 2,
    });
    expect(feedbackFilter({ tid: 'allt', visa: 'lasta' }, TODAY)).toMatchObject({ asked: {}, shelf: 'read' });
  });

  it('is taken for nothing where it makes no sense', () => {
    const address = { tid: '-1', om: 'https://exempel.se', visa: 'x', kommentar: '1', sida: '-4', lista: 'NaN' };
    expect(feedbackFilter(address, TODAY)).toEqual(feedbackFilter({}, TODAY));
  });
});

describe('the share of yes', () => {
  it('is whole per cent, and nothing of nothing', () => {
    expect([shareOfYes({ yes: 2, no: 1 }), shareOfYes({ yes: 0, no: 3 }), shareOfYes({ yes: 0, no: 0 })]).toEqual([
      67,
      0,
      null,
    ]);
  });
});
