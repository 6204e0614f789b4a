import type { CaseDesk } from '$lib/case/case-desk.svelte';
import { speech } from '$lib/words/speech.svelte';

/** Puts recommendations in another order, one step at a time. */
export class Ranking {
  busy = $state(false);

  constructor(private readonly desk: CaseDesk) {}

  get #standing() {
    return (this.desk.view?.recommendations ?? []).filter((one) => one.withdrawn === null);
  }
  /** Ids of those that have a rank, the first first: what is not advised has none. */
  get order(): string[] {
    return this.#standing.filter((one) => one.rank > 0).map((one) => one.recommendationId);
  }
  /** The one that it would change places with. */
  #neighbour(id: string, by: -1 | 1): string | undefined {
    const at = this.order.indexOf(id);
    return at < 0 ? undefined : this.order[at + by];
  }
  can(id: string, by: -1 | 1): boolean {
    return this.#neighbour(id, by) !== undefined;
  }

  async move(id: string, by: -1 | 1): Promise<boolean> {
    const other = this.#neighbour(id, by);
    if (this.busy || other === undefined) return false;
    const rank = this.order.indexOf(other) + 1;
    const order = this.#standing.map((one) => one.recommendationId);
    [order[order.indexOf(id)], order[order.indexOf(other)]] = [other, id];
    this.busy = true;
    const done = await this.desk.change('rank_recommendations', { order });
    this.busy = false;
    if (done) this.desk.app.say(speech.t.treatment.ranked(rank));
    return done;
  }
}
