import type { Part } from '$lib/case/parts';
import type { App } from '$lib/session/app.svelte';
import type { Named } from '$lib/keys/table';
import { safeStorage } from '$lib/session/look.svelte';

/** A place that the tour speaks of. */
export interface Stop {
  name: 'list' | 'glance' | 'next' | 'findings' | 'verdict' | 'opinions' | 'treatment' | 'report' | 'help';
  /** The part of a case where it is; none: the list. */
  part: Part | null;
  /** The finding under discussion is opened. */
  opened?: boolean;
  /** What is pointed at, by roles and ids. */
  points: string;
  /** The keys that work there. */
  keys: readonly Named[];
}

const ROW = 'main [role="row"][aria-selected="true"]';

/** The work on a case from the list to the final report, and where help is. */
export const STOPS: readonly Stop[] = [
  { name: 'list', part: null, points: ROW, keys: ['list.down', 'list.open', 'list.intake'] },
  { name: 'glance', part: 'overview', points: '#glance', keys: ['parts.overview'] },
  { name: 'next', part: 'overview', points: '#next-steps', keys: [] },
  {
    name: 'findings',
    part: 'shortVariant',
    points: ROW,
    keys: ['parts.shortVariant', 'finding.down', 'finding.open'],
  },
  {
    name: 'verdict',
    part: 'shortVariant',
    opened: true,
    points: 'aside [role="radiogroup"]',
    keys: ['finding.class', 'finding.save', 'finding.undo'],
  },
  {
    name: 'opinions',
    part: 'agreement',
    points: 'main section',
    keys: ['parts.agreement', 'finding.opinion'],
  },
  {
    name: 'treatment',
    part: 'treatment',
    points: 'main section',
    keys: ['parts.treatment', 'case.recommend', 'case.trial'],
  },
  { name: 'report', part: 'documents', points: 'main section', keys: ['parts.documents', 'dialog.final'] },
  { name: 'help', part: null, points: '#help-open', keys: ['everywhere.manual', 'everywhere.help'] },
];

/** Leads through the window, step by step. It never opens a real patient's case by itself: beside one that is open it shows
 *  the places there, else it tells of them. */
export class Tour {
  shown = $state(false);
  at = $state(0);
  /** The part that is to be turned to as soon as the case is there. */
  #wanted = $state.raw<Stop | null>(null);
  #store = safeStorage();

  constructor(private readonly app: App) {}

  get stop(): Stop {
    return STOPS[this.at] ?? STOPS[0]!;
  }
  get last(): boolean {
    return this.at === STOPS.length - 1;
  }
  /** Whether it was taken or skipped at this window. */
  get seen(): boolean {
    return this.#store?.getItem('tour') === 'seen';
  }

  /** From the beginning. */
  async begin(): Promise<void> {
    this.shown = true;
    await this.#go(0);
  }
  async next(): Promise<void> {
    if (this.last) this.end();
    else await this.#go(this.at + 1);
  }
  async back(): Promise<void> {
    if (this.at > 0) await this.#go(this.at - 1);
  }
  /** Taken to its end, or skipped: it does not come by itself again. */
  end(): void {
    this.leave();
    this.#store?.setItem('tour', 'seen');
  }
  /** Gone with the session. */
  leave(): void {
    this.shown = false;
    this.#wanted = null;
  }

  async #go(at: number): Promise<void> {
    this.at = at;
    const { app, stop } = this;
    this.#wanted = null;
    if (stop.part === null) {
      // Whoever asked for the tour at a real case stays there.
      if (app.session?.demo) app.place = { at: 'list' };
      return;
    }
    if (!app.desk && app.session?.demo) {
      const list = await app.read('list_cases', {});
      const first = list?.cases[0];
      if (!first || this.stop !== stop || !this.shown) return;
      app.place = { at: 'case', caseId: first.caseId };
    }
    this.#wanted = stop;
    this.settle();
  }

  /** Turns to the wanted part once the case is on the table. */
  settle(): void {
    const [wanted, desk] = [this.#wanted, this.app.desk];
    if (!wanted?.part || !desk?.view) return;
    this.#wanted = null;
    if (desk.part !== wanted.part) desk.go(wanted.part);
    desk.open = wanted.opened ?? false;
  }
}
