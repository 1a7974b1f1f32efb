import { TestBed } from '@angular/core/testing';
import { NumberField } from './number-field';

function aField(inputs: Record<string, unknown> = {}) {
  const fixture = TestBed.createComponent(NumberField);
  for (const [name, value] of Object.entries({ fieldId: 'value', label: 'Utfall', ...inputs })) {
    fixture.componentRef.setInput(name, value);
  }
  const typed: string[] = [];
  fixture.componentInstance.typed.subscribe((text) => typed.push(text));
  fixture.detectChanges();
  const field = (fixture.nativeElement as HTMLElement).querySelector('input');
  if (!field) throw new Error('No field');
  return { field, typed };
}

const paste = (text: string): Event =>
  Object.assign(new Event('paste', { cancelable: true }), { clipboardData: { getData: () => text } });

describe('the field of a number', () => {
  it('keeps the cells of a spreadsheet apart where the browser would join them', () => {
    const { field, typed } = aField();
    const event = paste('12\r\n500');
    field.dispatchEvent(event);
    expect([event.defaultPrevented, field.value, typed]).toEqual([true, '12; 500', ['12; 500']]);
  });

  it('leaves one cell to the browser', () => {
    const { field, typed } = aField();
    const event = paste('46,1\r\n');
    field.dispatchEvent(event);
    expect([event.defaultPrevented, typed]).toEqual([false, []]);
  });

  it('gives a telephone a keyboard with a minus where a value may be negative', () => {
    expect(aField().field.getAttribute('inputmode')).toBe('decimal');
    expect(aField({ mayBeNegative: true }).field.getAttribute('inputmode')).toBe('text');
  });
});
