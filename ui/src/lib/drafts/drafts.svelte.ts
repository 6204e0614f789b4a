import type { Backend, Refusal } from '$lib/backend/backend';
import type { DraftForm } from '$lib/bindings/DraftForm';
import type { DraftPlaceForm } from '$lib/bindings/DraftPlaceForm';
import type { DraftView } from '$lib/bindings/DraftView';
import { now } from '$lib/format/date';

/** Between the last key and the writing, in ms: what a crash can cost at most. */
export const SOON = 400;

/** Where something is typed, and what that is called. */
export type DraftSpot = Pick<DraftView, 'place' | 'name' | 'about'>;

/** Everything the member who is signed in has typed and not recorded. What is kept shows at once and is written a moment
 *  later; what was written is given back wherever its form is opened again. */
export class Drafts {
  /** Latest first. */
  all = $state.raw<readonly DraftView[]>([]);
  /** Where a damaged file of drafts was put aside. */
  setAside = $state.raw<string | null>(null);
  /** What was thrown away last: a form that shows it lets go of it. */
  thrown = $state.raw<DraftPlaceForm | null>(null);
  /** What waits to be written: the place with what was typed there, null where it is to be forgotten. */
  readonly #waiting = new Map<string, { place: DraftPlaceForm; typed: string | null }>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();
  #told = false;
  /** Goes up with each session: what one could not write is none of the next one's. */
  #session = 0;

  constructor(
    private readonly backend: Backend,
    private readonly refused: (refusal: Refusal) => void,
  ) {}

  get count(): number {
    return this.all.length;
  }
  of(id: string): readonly DraftView[] {
    return this.all.filter((one) => one.place.id === id);
  }
  at(place: DraftPlaceForm): DraftView | undefined {
    const key = keyOf(place);
    return this.all.find((one) => keyOf(one.place) === key);
  }

  /** Learns what is kept; for the beginning of a session. */
  async learn(): Promise<void> {
    try {
      const { drafts, setAside } = await this.backend.call('drafts', {});
      this.all = drafts;
      this.setAside = setAside;
    } catch (thrown) {
      this.refused(thrown as Refusal);
    }
  }

  /** Keeps what a form says is typed there; null: nothing is. */
  hold(spot: DraftSpot, typed: string | null): void {
    if (typed === null) this.drop(spot.place);
    else this.keep(spot, typed);
  }

  keep(spot: DraftSpot, typed: string): void {
    if (this.at(spot.place)?.typed === typed) return;
    const key = keyOf(spot.place);
    const kept = { ...spot, typed, at: now(new Date()) };
    this.all = [kept, ...this.all.filter((one) => keyOf(one.place) !== key)];
    this.#later(spot.place, typed);
  }

  /** Somebody does not want it any more. */
  throwAway(place: DraftPlaceForm): void {
    this.thrown = { ...place };
    this.drop(place);
  }

  /** It was recorded, or nothing is typed any more. */
  drop(place: DraftPlaceForm): void {
    if (!this.at(place)) return;
    const key = keyOf(place);
    this.all = this.all.filter((one) => keyOf(one.place) !== key);
    this.#later(place, null);
  }

  #later(place: DraftPlaceForm, typed: string | null): void {
    this.#waiting.set(keyOf(place), { place, typed });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), SOON);
  }

  /** Writes what waits, at once. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    const session = this.#session;
    this.#writing = this.#writing.then(() => this.#write(waiting, session));
    return this.#writing;
  }

  async #write(
    waiting: readonly { place: DraftPlaceForm; typed: string | null }[],
    session: number,
  ): Promise<void> {
    for (const { place, typed } of waiting) {
      try {
        if (typed === null) await this.backend.call('discard_draft', { place });
        else await this.backend.call('keep_draft', { place, typed });
        this.#told = false;
      } catch (thrown) {
        // Said once, not at every key; it is tried again with the next one.
        const over = session !== this.#session;
        if (!over && !this.#waiting.has(keyOf(place))) this.#waiting.set(keyOf(place), { place, typed });
        if (over || !this.#told) this.refused(thrown as Refusal);
        this.#told = !over;
      }
    }
  }

  /** The session is over: nothing of it stays in the page. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#waiting.clear();
    this.#session += 1;
    this.all = [];
    this.setAside = this.thrown = null;
    this.#told = false;
  }
}

export function keyOf({ of, id, form, item }: DraftPlaceForm): string {
  return JSON.stringify([of, id, form, item]);
}

export function placeIn(of: DraftPlaceForm['of'], id: string, form: DraftForm, item = ''): DraftPlaceForm {
  return { of, id, form, item };
}
