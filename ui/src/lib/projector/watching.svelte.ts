import type { Backend } from '$lib/backend/backend';
import { CaseDesk } from '$lib/case/case-desk.svelte';
import { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';
import type { OnTable } from './on-table';

/** What the second window shows: it follows the first one's table and asks the desk for the finding under discussion. Where
 *  nothing lies on the table, or the desk refuses, it holds nothing. */
export class Watching {
  table = $state.raw<OnTable | null>(null);
  desk = $state.raw<CaseDesk | null>(null);
  readonly app: App;

  constructor(private readonly backend: Backend) {
    this.app = new App(backend);
  }

  follow(): () => void {
    return this.backend.onProjected((table) => void this.take(table));
  }

  async take(table: OnTable | null): Promise<void> {
    const before = this.table;
    if (!table) return this.#clear();
    speech.language = table.language;
    if (this.desk?.caseId !== table.caseId) {
      this.#clear();
      this.desk = new CaseDesk(this.app, table.caseId, true);
    }
    const desk = this.desk!;
    this.table = table;
    desk.atSeq = table.atSeq ?? undefined;
    const asked = before?.caseId === table.caseId ? before : null;
    const same =
      asked?.findingId === table.findingId &&
      asked.version === table.version &&
      asked.language === table.language;
    if (same) return;
    desk.cursor = table.findingId;
    this.app.problem = null;
    await desk.refreshDetail();
    // Whoever may not see it any more, or is signed out, sees nothing of it.
    if (this.app.problem && this.desk === desk && this.table === table) this.#clear();
  }

  #clear(): void {
    this.table = null;
    this.desk?.leave();
    this.desk = null;
  }
}
