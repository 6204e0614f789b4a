// Where a line of what is due leads.
import type { WorklistRow } from '$lib/bindings/WorklistRow';
import type { App } from '$lib/session/app.svelte';

/** Into its case, and there to the finding where it is about one. */
export function leadTo(app: App, row: WorklistRow) {
  app.findingSought = row.findingId;
  app.place = { at: 'case', caseId: row.caseId };
}
