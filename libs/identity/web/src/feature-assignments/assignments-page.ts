import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Loaded, LoadedAs, PageHeader } from '@malspar/shared-web';
import { AssignmentStore } from '../data/assignment-store';
import { DoneNotice } from './done-notice';
import { GroupView } from './group-view';

/** Who answers for which focus area and which department, and when. */
@Component({
  selector: 'ms-assignments-page',
  imports: [DoneNotice, GroupView, Loaded, LoadedAs, PageHeader, TranslocoDirective],
  providers: [AssignmentStore],
  templateUrl: './assignments-page.html',
  styleUrl: './assignments-page.css',
})
export class AssignmentsPage {
  protected readonly store = inject(AssignmentStore);
  protected readonly sections = computed(() => {
    const groups = this.store.groups();
    if (!groups) return [];
    return [
      { id: 'areas', title: 'identity.assignments.areas', groups: groups.areas },
      { id: 'departments', title: 'identity.assignments.departments', groups: groups.departments },
      { id: 'others', title: 'identity.assignments.others', groups: groups.others },
    ].filter((section) => section.groups.length > 0);
  });

  constructor() {
    void this.store.load();
  }
}
