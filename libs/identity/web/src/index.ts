import type { Routes } from '@angular/router';

export const signInRoutes: Routes = [];
export const identityRoutes: Routes = [];
