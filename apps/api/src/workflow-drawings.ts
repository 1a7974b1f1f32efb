import { workflow, workflowWords } from '@malspar/reporting-model';
import { drawWorkflow } from '@malspar/shared-model';

/** Every workflow of the product; a domain that has one adds a line, and its drawing and its specs follow. */
export const workflows = { report: workflow } as const;

/** The pages of `docs/workflows`, by file name. */
export const workflowDrawings: Readonly<Record<`${keyof typeof workflows}.md`, string>> = {
  'report.md': drawWorkflow(workflow, workflowWords),
};
