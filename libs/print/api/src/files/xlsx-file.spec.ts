import { readXlsx } from '../testing/read-files.js';
import { xlsxFile } from './xlsx-file.js';

it('loses no digit of a number: fifteen are a number, more are a text', async () => {
  const numbers = ['123456789012.345', '-123456789012.123456', '0.000001'];
  const table = {
    name: 'figures',
    title: 'Utfall',
    columns: [{ key: 'value', title: 'Värde', width: 20 }],
    rows: numbers.map((number) => [{ number }]),
  };
  const [, ...rows] = readXlsx(await xlsxFile([], [table])).get('Utfall') ?? [];
  expect(rows.flat()).toEqual([123456789012.345, '-123456789012,123456', 0.000001]);
});
