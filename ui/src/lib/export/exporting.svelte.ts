import type { ExportedDataView } from '$lib/bindings/ExportedDataView';
import type { Refusal } from '$lib/backend/backend';
import type { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';

/** What is written: a table over cases, or a whole case. */
export type What = 'ledger' | 'ccat' | 'case';

/** Data of the store on its way to a file. */
export class Exporting {
  path = $state('');
  from = $state('');
  to = $state('');
  busy = $state(false);
  fields = $state.raw<Record<string, string>>({});
  done = $state.raw<ExportedDataView | null>(null);

  constructor(
    private readonly app: App,
    readonly what: What,
    /** The case, where one is meant, and its number for the name of the file. */
    readonly caseId?: string,
    readonly caseNo?: string,
  ) {}

  get title(): string {
    return speech.t.exports.title[this.what];
  }

  /** Tables over all cases can be bounded by days. */
  get bounded(): boolean {
    return this.caseId === undefined;
  }

  get fileName(): string {
    if (this.what === 'case') return `${this.caseNo ?? 'case'}.entaku-case.json`;
    const about = this.caseNo ? `_${this.caseNo}` : '';
    return this.what === 'ledger' ? `kanribo${about}.csv` : `c-cat_after-panel${about}.csv`;
  }

  async pickPath(): Promise<void> {
    const chosen = await this.app.backend.pickSave(this.title, this.fileName).catch((thrown: unknown) => {
      this.app.show(thrown);
      return null;
    });
    if (chosen) this.path = chosen;
  }

  async write(): Promise<boolean> {
    const out = this.path.trim();
    if (this.busy || !out) return false;
    this.busy = true;
    this.fields = {};
    try {
      this.done = await this.#send(out);
      return true;
    } catch (thrown) {
      const refusal = thrown as Refusal;
      this.fields = refusal.fields ?? {};
      this.app.show(refusal);
      return false;
    } finally {
      this.busy = false;
    }
  }

  #send(out: string): Promise<ExportedDataView> {
    const { caseId } = this;
    if (this.what === 'case') return this.app.record('export_case', { out, caseId: caseId ?? '' });
    const name = this.what === 'ledger' ? 'export_ledger' : 'export_ccat';
    const [from, to] = [this.from.trim(), this.to.trim()];
    return this.app.record(name, {
      out,
      ...(caseId ? { caseId } : {}),
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
    });
  }
}
