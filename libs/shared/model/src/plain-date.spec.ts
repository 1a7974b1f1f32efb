import { dateInZone, startOfDay } from './plain-date.js';

describe('startOfDay', () => {
  it.each([
    ['2025-01-15', '2025-01-14T23:00:00.000Z'],
    ['2025-07-15', '2025-07-14T22:00:00.000Z'],
    // The days on which the clock is changed begin before the change.
    ['2025-03-30', '2025-03-29T23:00:00.000Z'],
    ['2025-10-26', '2025-10-25T22:00:00.000Z'],
  ])('%s begins at %s', (date, instant) => expect(startOfDay(date).toISOString()).toBe(instant));

  it('is the first instant of its date, in other zones too', () => {
    for (const zone of ['Pacific/Kiritimati', 'America/St_Johns', 'Pacific/Pago_Pago']) {
      const start = startOfDay('2025-06-01', zone);
      expect(dateInZone(start, zone)).toBe('2025-06-01');
      expect(dateInZone(new Date(start.getTime() - 1), zone)).toBe('2025-05-31');
    }
  });
});

describe('dateInZone', () => {
  it('says what a formatter says, however near the last question was', () => {
    const wrong: string[] = [];
    for (const timeZone of ['Europe/Stockholm', 'Asia/Kathmandu', 'America/St_Johns', 'Africa/Monrovia']) {
      const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
      for (const day of ['1905-03-01', '1971-12-31', '1980-01-01', '2025-03-30', '2025-10-26']) {
        // Seven minutes at a time, over a day and its ends.
        for (let minutes = -120; minutes < 26 * 60; minutes += 7) {
          const instant = new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000);
          const date = dateInZone(instant, timeZone);
          if (date !== format.format(instant)) wrong.push(`${timeZone} ${instant.toISOString()} ${date}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
