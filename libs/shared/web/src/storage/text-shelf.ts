import { Injectable } from '@angular/core';

const PREFIX = 'malspar.draft';

/**
 * Keeps in the browser what has been written and not sent, also when it is closed. A key names whose words they are,
 * so that nobody sees what somebody else wrote on the same computer.
 */
@Injectable({ providedIn: 'root' })
export class TextShelf {
  readText(key: string): string | null {
    try {
      return localStorage.getItem(`${PREFIX}.${key}`);
    } catch {
      return null;
    }
  }

  /** False when the browser refuses to store anything: then the words are lost with the page. */
  writeText(key: string, text: string): boolean {
    try {
      localStorage.setItem(`${PREFIX}.${key}`, text);
      return true;
    } catch {
      return false;
    }
  }

  clear(key: string): void {
    try {
      localStorage.removeItem(`${PREFIX}.${key}`);
    } catch {
      // A browser that stores nothing has nothing to clear.
    }
  }
}
