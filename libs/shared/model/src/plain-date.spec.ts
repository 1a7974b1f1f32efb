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
