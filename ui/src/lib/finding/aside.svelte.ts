import { Typed, type Typing } from '$lib/drafts/typed.svelte';

/** Why a row of evidence beside a finding is not for this patient, while that is being typed. */
export class Aside implements Typing {
  /** The row that is asked about; empty while none is. */
  row = $state('');
  /** By row: what was typed for one is never offered for another. */
  reasons = $state<Record<string, string>>({});
  readonly #words = new Typed<Aside>(this, ['row', 'reasons']);

  constructor(readonly finding: string) {}

  get reason(): string {
    return this.reasons[this.row] ?? '';
  }
  set reason(words: string) {
    if (this.row) this.reasons[this.row] = words;
  }

  /** Opens the field for a row, or closes it. */
  turn(row: string): void {
    this.row = this.row === row ? '' : row;
  }

  /** A field that was only opened holds no words. */
  get typed(): string | null {
    return Object.values(this.reasons).some((one) => one.trim()) ? this.#words.typed : null;
  }
  resume(typed: string): void {
    this.#words.resume(typed);
  }
  undo(): void {
    this.#words.undo();
  }

  /** It is recorded; what was typed for other rows stays. */
  done(): void {
    delete this.reasons[this.row];
    this.row = '';
    if (Object.keys(this.reasons).length === 0) this.#words.begin();
  }
}
