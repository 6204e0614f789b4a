import { foundIn } from '$lib/case/found';
import type { App } from '$lib/session/app.svelte';
import type { Entry } from './palette';

/** As many as can be told apart at a glance. */
const MOST = 12;
const PAUSE = 150;

/** Cases that hold what is typed in the palette: those that the desk gives the person, and no others. */
export class CaseSearch {
  found = $state.raw<Entry[]>([]);
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #question = 0;

  constructor(private readonly app: App) {}

  /** Asks once typing has paused. */
  typed(text: string): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.ask(text), PAUSE);
  }

  /** Only the newest question is answered. */
  async ask(text: string): Promise<void> {
    const search = text.trim();
    const question = ++this.#question;
    if (!search || !this.app.may('list_cases')) {
      this.found = [];
      return;
    }
    const page = await this.app.read('list_cases', { search, limit: MOST });
    if (!page || question !== this.#question) return;
    const rows = [...page.overdue, ...page.cases];
    this.found = [...new Map(rows.map((row) => [row.caseId, row])).values()].slice(0, MOST).map((row) => ({
      id: `case-${row.caseId}`,
      group: 'case',
      text: `${row.caseNo} ${row.tumourType}`,
      more: foundIn(row, search),
      run: () => (this.app.place = { at: 'case', caseId: row.caseId }),
    }));
  }

  stop(): void {
    clearTimeout(this.#waiting);
    this.#question += 1;
  }
}
