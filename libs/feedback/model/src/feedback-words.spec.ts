import { suspicionOf, withoutPersonal } from './feedback-words.js';

const masked = (text: string): string => withoutPersonal(text).text;

describe('what a comment should not have in it', () => {
  it.each([
    ['Skriv till anna.andersson@exempel.se, tack', 'Skriv till [e-postadress], tack'],
    ['åsa.öberg+1@räksmörgås.example.org', '[e-postadress]'],
    ['anna (at) exempel.se', '[e-postadress]'],
    ['ann@a.b.c.d.e.f.g.h.i.se', '[e-postadress]'],
    [`${'a'.repeat(64)}@${'b'.repeat(63)}.se`, '[e-postadress]'],
    ['Jag heter Bo, 19850102-1234', 'Jag heter Bo, [personnummer]'],
    ['850102-1234 eller 8501021234', '[personnummer] eller [personnummer]'],
    ['850102+1234', '[personnummer]'],
    ['850162-1234 är ett samordningsnummer', '[personnummer] är ett samordningsnummer'],
    ['1985-01-02-1234', '[personnummer]'],
    ['850102–T234', '[personnummer]'],
    ['Ring 070-123 45 67!', 'Ring [telefonnummer]!'],
    ['0739991234', '[telefonnummer]'],
    ['(054) 12 34 56 eller 054/123456', '([telefonnummer] eller [telefonnummer]'],
    ['+46 (0)70-123 45 67', '[telefonnummer]'],
    ['0046701234567', '[telefonnummer]'],
    ['+47 22 33 44 55', '[telefonnummer]'],
  ])('%s', (text, expected) => expect(masked(text)).toBe(expected));

  it.each([
    'Utsläppen minskade från 1 234 567 ton 2019 till 987 654 ton 2024.',
    'Målet är 45 %, utfallet 0,5 och 0.75.',
    'Rapporten 2024-Q4, version 2, publicerad 2025-03-14 kl. 10:30.',
    'Åren 2019 2020 2021 2022 saknas i tabell 3.',
    'Se sidan 12-15, mål R1 och B2.',
    'Kl. 14@kontoret',
  ])('leaves alone: %s', (text) => expect(withoutPersonal(text)).toEqual({ text, masked: [] }));

  it('says which kinds it took away, each once', () => {
    expect(withoutPersonal('a@b.se c@d.se 070-1234567').masked).toEqual(['e-mail', 'phone']);
  });

  it('makes nothing that has no room in the table', () => {
    expect(masked('a@b.c '.repeat(166)).length).toBeLessThan(2500);
  });
});

describe('what makes words suspect', () => {
  it.each([
    ['Köp nu på https://exempel.test/x', 'link'],
    ['besök www.exempel.test', 'link'],
    ['cheap-pills.com har allt', 'link'],
    [`${'a'.repeat(500)}.com`, 'link'],
    ['<script>alert(1)</script>', 'markup'],
    ['[url=x]hej[/url]', 'markup'],
    ['< a href = x', 'markup'],
  ])('%s', (text, expected) => expect(suspicionOf(text)).toBe(expected));

  it.each(['Jag förstår inte diagrammet.', 'Utfallet < 5 % och > 3 %', 'Bra!Tack.Hej', 'Se avsnitt 3.2.'])(
    'does not suspect: %s',
    (text) => expect(suspicionOf(text)).toBeNull(),
  );
});
