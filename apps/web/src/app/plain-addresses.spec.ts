import { Component, input } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, UrlSerializer, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { appConfig } from './app.config';

@Component({ template: `{{ (sok() ?? '').trim() }}` })
class Search {
  readonly sok = input<string>();
}

/** How the app itself reads addresses. */
const serializer = appConfig.providers.filter(
  (each) => 'provide' in each && (each as { provide: unknown }).provide === UrlSerializer,
);

it.each([
  ['/?sok=ek', 'ek'],
  ['/?sok=ek&sok=alm', 'ek'],
  ['/?sok=&sok=alm', ''],
  ['/', ''],
])('%s gives a page one text', async (url, text) => {
  TestBed.configureTestingModule({
    providers: [provideRouter([{ path: '', component: Search }], withComponentInputBinding()), ...serializer],
  });
  const harness = await RouterTestingHarness.create(url);
  expect(harness.routeNativeElement?.textContent).toBe(text);
});
