import { TestBed } from '@angular/core/testing';
import { Words } from './words';

it('shows a text with its lists, each part in a direction of its own', () => {
  const fixture = TestBed.createComponent(Words);
  fixture.componentRef.setInput('text', 'Vi har:\n• bytt lampor\n- mätt');
  fixture.detectChanges();
  const parts = [...(fixture.nativeElement as HTMLElement).querySelectorAll('p, ul > li')];
  expect(parts.map((part) => [part.tagName, part.textContent.trim(), part.getAttribute('dir')])).toEqual([
    ['P', 'Vi har:', 'auto'],
    ['LI', 'bytt lampor', 'auto'],
    ['LI', 'mätt', 'auto'],
  ]);
});
