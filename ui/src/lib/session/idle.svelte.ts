/** Watches that somebody is at the desk. After 20 quiet seconds the store may tidy up; a minute before the lock a
 *  warning shows; then the screen closes. Time comes from outside, so that a test can be the clock. */
export const REST_AFTER_S = 20;
export const WARN_BEFORE_S = 60;
export const LOCK_AFTER_S = 15 * 60;

export class Idle {
  /** Seconds left when the warning shows, else null. */
  left = $state<number | null>(null);
  #lastAct: number;
  #rested = false;

  constructor(
    now: number,
    private readonly does: { rest(): void; lock(): void },
  ) {
    this.#lastAct = now;
  }

  /** Somebody pressed or moved something. */
  acted(now: number): void {
    this.#lastAct = now;
    this.#rested = false;
    this.left = null;
  }

  /** Called about once a second with the time in ms. */
  tick(now: number): void {
    const quiet = Math.floor((now - this.#lastAct) / 1000);
    if (quiet >= LOCK_AFTER_S) {
      this.acted(now);
      this.does.lock();
      return;
    }
    if (quiet >= REST_AFTER_S && !this.#rested) {
      this.#rested = true;
      this.does.rest();
    }
    this.left = quiet >= LOCK_AFTER_S - WARN_BEFORE_S ? LOCK_AFTER_S - quiet : null;
  }
}
