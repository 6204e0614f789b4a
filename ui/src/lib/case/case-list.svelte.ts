import type { CaseStatus } from '$lib/bindings/CaseStatus';
import type { CaseListView } from '$lib/bindings/CaseListView';
import type { CaseRowView } from '$lib/bindings/CaseRowView';
import type { App } from '$lib/session/app.svelte';

const PAGE = 100;

/** The case list: one question at a time, the newest question wins. */
export class CaseList {
  search = $state('');
  status = $state<CaseStatus | ''>('');
  cursor = $state(0);
  rows = $state.raw<CaseRowView[]>([]);
  counts = $state.raw<CaseListView['counts']>([]);
  total = $state(0);
  /** The words that the rows were found by; empty where all are shown. */
  found = $state('');
  next = $state<string | null>(null);
  loaded = $state(false);
  /** How many of the rows on top wait longer than the site's limit, and that limit. */
  overdue = $state(0);
  targetDays = $state(0);
  #first = new Set<string>();
  #question = 0;

  constructor(private readonly app: App) {}

  async load(): Promise<void> {
    const question = ++this.#question;
    const search = this.search.trim();
    const page = await this.#ask(null);
    if (!page || question !== this.#question) return;
    // Who waits too long comes first, whatever page it stands on.
    this.#first = new Set(page.overdue.map((row) => row.caseId));
    this.rows = [...page.overdue, ...this.#others(page.cases)];
    this.overdue = page.overdue.length;
    this.targetDays = page.targetDays;
    this.counts = page.counts;
    this.total = page.total;
    this.next = page.next;
    this.found = search;
    this.cursor = 0;
    this.loaded = true;
  }

  /** The next page, when there is one. */
  async more(): Promise<void> {
    if (this.next === null) return;
    const after = this.next;
    this.next = null;
    const question = this.#question;
    const page = await this.#ask(after);
    if (!page || question !== this.#question) return;
    this.rows = [...this.rows, ...this.#others(page.cases)];
    this.next = page.next;
  }

  filter(status: CaseStatus | ''): Promise<void> {
    this.status = status;
    return this.load();
  }

  move(by: number): void {
    this.turnTo(this.cursor + by);
  }

  /** Beyond the ends of what is read so far, to the last row there. */
  turnTo(place: number): void {
    this.cursor = Math.max(0, Math.min(this.rows.length - 1, place));
  }

  get current(): CaseRowView | undefined {
    return this.rows[this.cursor];
  }

  #others(rows: CaseRowView[]): CaseRowView[] {
    return rows.filter((row) => !this.#first.has(row.caseId));
  }

  #ask(after: string | null): Promise<CaseListView | null> {
    return this.app.read('list_cases', {
      limit: PAGE,
      ...(this.search.trim() ? { search: this.search.trim() } : {}),
      ...(this.status ? { status: this.status } : {}),
      ...(after ? { after } : {}),
    });
  }
}
