import type { ScaleView } from '$lib/bindings/ScaleView';
import type { FindingRow } from '$lib/bindings/FindingRow';
import type { CaseDesk } from '$lib/case/case-desk.svelte';
import { isOpen } from '$lib/case/parts';
import { given } from '$lib/format/text';
import { speech } from '$lib/words/speech.svelte';
import { inWords } from './facets';

/** The choice that puts the verdicts off. */
export const PUT_OFF = '*';

/** One verdict on all findings that meet the conditions: on which, under which conditions, and why, is recorded with each. */
export class Bulk {
  scaleId = $state('');
  class = $state('');
  reason = $state('');
  /** Whether those judged already are judged anew. */
  judgedToo = $state(false);
  busy = $state(false);
  error = $state<string | null>(null);
  readonly #rows: readonly FindingRow[];
  readonly conditions: string[];

  constructor(private readonly desk: CaseDesk) {
    // As they stood when the dialog opened: what is said to be judged is what is judged.
    this.#rows = desk.rows.filter((row) => row.needsVerdict);
    this.conditions = inWords(desk.conditions, desk.filter, desk.worded);
    this.scaleId = this.scales[0]?.id ?? '';
  }

  get open(): readonly FindingRow[] {
    return this.#rows.filter(isOpen);
  }
  get judged(): number {
    return this.#rows.length - this.open.length;
  }
  get rows(): readonly FindingRow[] {
    return this.judgedToo ? this.#rows : this.open;
  }
  get scales(): readonly ScaleView[] {
    const kinds = new Set(this.#rows.map((row) => row.kind));
    return this.desk.verdict.scalesFor(kinds);
  }
  get scale(): ScaleView | undefined {
    return this.scales.find((scale) => scale.id === this.scaleId);
  }
  get ready(): boolean {
    return this.rows.length > 0 && this.class !== '' && given(this.reason) !== undefined;
  }

  async save(): Promise<boolean> {
    const reason = given(this.reason);
    if (!this.ready || !reason || this.busy) return false;
    this.busy = true;
    this.error = null;
    const t = speech.t;
    const under = this.conditions.length > 0 ? t.join.slashed(this.conditions) : t.bulk.all;
    const said = t.bulk.recorded(reason, under, this.rows.length);
    const count = this.rows.length;
    const call =
      this.class === PUT_OFF
        ? { deferred: said }
        : { scale: this.scaleId, class: this.class, rationale: said };
    const done = await this.desk.change(
      'judge_finding',
      { findingIds: this.rows.map((row) => row.findingId), ...call },
      (refusal) => (this.error = Object.values(refusal.fields).join('\n') || refusal.message),
    );
    this.busy = false;
    if (!done) return false;
    this.desk.app.say(t.bulk.done(count));
    return true;
  }
}
