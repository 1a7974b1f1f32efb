// Links the framework's partially compiled code, and so must come before all of it.
import '@angular/compiler';

export { siteRenderer } from './render-page.js';
