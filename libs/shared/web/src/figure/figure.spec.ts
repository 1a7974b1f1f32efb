import { Clipboard } from '@angular/cdk/clipboard';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { type ChartFigure, lineScene, numberColumn, textColumn } from '@malspar/figures-model';
import { render, screen } from '@testing-library/angular';
import { fireEvent } from '@testing-library/dom';
import sv from '../i18n/sv.json';
import { Figure } from './figure';

const sceneOf = (width: number) =>
  lineScene({
    id: 'r1',
    name: 'Klimatpåverkan',
    unit: 'ton',
    decimals: 0,
    points: [
      { period: '2024-Q1', value: '60', provisional: false },
      { period: '2024-Q2', value: null, provisional: false },
      { period: '2024-Q3', value: '58', provisional: true },
    ],
    target: { value: '55', label: 'Mål 55' },
    language: 'sv',
    width,
  });

const show = (pasted: string[] = [], change: Partial<ChartFigure> = {}) =>
  render(Figure, {
    providers: [{ provide: Clipboard, useValue: { copy: (text: string) => pasted.push(text) > 0 } }],
    imports: [
      TranslocoTestingModule.forRoot({
        langs: { sv: { shared: sv } },
        translocoConfig: { availableLangs: ['sv'], defaultLang: 'sv' },
        preloadLangs: true,
      }),
    ],
    inputs: {
      figure: {
        caption: 'Har minskat sedan 2019',
        drawing: { wide: sceneOf(640), narrow: sceneOf(320) },
        table: {
          caption: 'Klimatpåverkan',
          columns: [textColumn('Period'), numberColumn('Ton')],
          rows: [['Kvartal 1 2024', { value: '60', decimals: 0 }]],
        },
        note: null,
        ...change,
      },
    },
  });
const said = () => screen.getAllByRole('status')[0]?.textContent?.replaceAll('\u00a0', ' ');

describe('a figure', () => {
  it('has its finding as caption and is one stop for the tab key', async () => {
    const { container } = await show();
    expect(container.querySelector('figcaption')?.textContent?.trim()).toBe('Har minskat sedan 2019');
    expect(container.querySelectorAll('.drawing[tabindex="0"]')).toHaveLength(1);
    expect(container.querySelectorAll('.drawing [tabindex]')).toHaveLength(0);
  });

  it('is marked where anything in it is an example', async () => {
    const { container } = await show([], { illustrative: true });
    expect(container.querySelector('figcaption ms-provenance')?.textContent?.trim()).toBe('Exempelvärde');
  });

  it('walks its values with the arrow keys and says each', async () => {
    const { container, fixture } = await show();
    const drawing = screen.getByRole('application');
    const press = async (key: string) => {
      fireEvent.keyDown(drawing, { key });
      await fixture.whenStable();
      return said();
    };
    drawing.focus();
    expect(await press('ArrowRight')).toBe('Kvartal 1 2024: 60 ton');
    expect(await press('ArrowRight')).toBe('Kvartal 2 2024: uppgift saknas');
    expect(await press('End')).toBe('Kvartal 3 2024: 58 ton (preliminärt)');
    expect(await press('ArrowRight')).toBe('Kvartal 3 2024: 58 ton (preliminärt)');
    expect(await press('Home')).toBe('Kvartal 1 2024: 60 ton');
    expect(container.querySelectorAll('.cursor')).toHaveLength(2);
    expect(await press('Escape')).toBe('');
    await press('End');
    fireEvent.blur(drawing);
    await fixture.whenStable();
    expect(said()).toBe('');
  });

  it('leaves the keys it does not use to the page', async () => {
    await show();
    const drawing = screen.getByRole('application');
    expect(fireEvent.keyDown(drawing, { key: 'Tab' })).toBe(true);
    expect(fireEvent.keyDown(drawing, { key: 'ArrowLeft', altKey: true })).toBe(true);
    expect(fireEvent.keyDown(drawing, { key: 'ArrowLeft' })).toBe(false);
  });

  it('gives two drawings of one scene ids of their own', async () => {
    const { container } = await show();
    const ids = [...container.querySelectorAll('[id]')].map((element) => element.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is its finding and its table where there is nothing to draw, and says what it leaves out', async () => {
    const { container } = await show([], { drawing: null, note: 'Mål L2 har inga siffror att rita.' });
    expect(container.querySelector('figcaption')?.textContent?.trim()).toBe('Har minskat sedan 2019');
    expect(container.querySelector('svg, [tabindex="0"].drawing, .says')).toBeNull();
    expect(container.querySelectorAll('tbody tr')).toHaveLength(1);
    expect(screen.queryByText('Mål L2 har inga siffror att rita.')).not.toBeNull();
  });

  it('copies its table', async () => {
    const pasted: string[] = [];
    const { fixture } = await show(pasted);
    fireEvent.click(screen.getByRole('button', { name: 'Kopiera tabell', hidden: true }));
    await fixture.whenStable();
    expect(pasted).toEqual(['Period\tTon\r\nKvartal 1 2024\t60']);
    expect(screen.queryByText('Tabellen är kopierad')).not.toBeNull();
  });

  it('shows its table where there is no drawing', async () => {
    const { container } = await show([], { drawing: null });
    expect(container.querySelector('details')).toHaveAttribute('open');
    expect(screen.getByRole('table')).toBeVisible();
  });

  it('folds its table below a drawing', async () => {
    const { container } = await show();
    expect(container.querySelector('details')).not.toHaveAttribute('open');
  });
});
