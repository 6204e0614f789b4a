import { untrack } from 'svelte';
import { keyOf, type Drafts, type DraftSpot } from './drafts.svelte';

/** What is typed in a form, beside what the form began with: all that is needed to give it back. */
export class Typed<F extends object> {
  /** What the form shows when nothing is typed: the record, or nothing. */
  #base = $state('');
  /** Whether the record changed after what was given back had been typed. */
  overtaken = $state(false);

  constructor(
    private readonly form: F,
    private readonly names: readonly (keyof F & string)[],
  ) {
    this.begin();
  }

  #shape(): string {
    return JSON.stringify(this.names.map((name) => this.form[name]));
  }
  get dirty(): boolean {
    return this.#shape() !== this.#base;
  }

  /** The form shows what is recorded. */
  begin(): void {
    this.#base = this.#shape();
    this.overtaken = false;
  }

  /** Lets go of what is typed: the form shows what it began with. */
  undo(): void {
    this.#put(this.#base);
    this.overtaken = false;
  }

  /** For a draft; null where nothing is typed. */
  get typed(): string | null {
    return this.dirty ? JSON.stringify({ base: this.#base, now: this.#shape() }) : null;
  }

  /** Puts what was typed back into the form. What cannot be read is left alone. */
  resume(typed: string): void {
    const kept = read(typed);
    if (!kept) return;
    if (this.#put(kept.now)) this.overtaken = kept.base !== this.#base;
  }

  /** Whether the form was what this is written of. */
  #put(shape: string): boolean {
    const values: unknown = JSON.parse(shape);
    if (!Array.isArray(values) || values.length !== this.names.length) return false;
    this.names.forEach((name, i) => (this.form[name] = values[i] as F[keyof F & string]));
    return true;
  }
}

function read(typed: string): { base: string; now: string } | null {
  try {
    const kept: unknown = JSON.parse(typed);
    if (typeof kept !== 'object' || kept === null || !('base' in kept) || !('now' in kept)) return null;
    const { base, now } = kept;
    return typeof base === 'string' && typeof now === 'string' ? { base, now } : null;
  } catch {
    return null;
  }
}

/** What [`keepTyping`] needs of a form. */
export interface Typing {
  readonly typed: string | null;
  resume(typed: string): void;
  undo(): void;
}

/** Keeps what is typed in a form as a draft, and gives it back where the form is opened again. To be called while a component
 *  is set up; `spot` is null where nothing may be typed. */
export function keepTyping(drafts: Drafts, spot: () => DraftSpot | null, typing: () => Typing | null): void {
  let at = '';
  $effect(() => {
    const [where, form] = [spot(), typing()];
    if (!where || !form) return;
    const key = keyOf(where.place);
    if (key !== at) {
      at = key;
      const kept = untrack(() => drafts.at(where.place));
      if (kept) untrack(() => form.resume(kept.typed));
    }
    const typed = form.typed;
    untrack(() => drafts.hold(where, typed));
  });
  $effect(() => {
    const { thrown } = drafts;
    untrack(() => {
      if (thrown && keyOf(thrown) === at) typing()?.undo();
    });
  });
}
