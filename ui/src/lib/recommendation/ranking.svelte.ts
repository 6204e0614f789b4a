import type { CaseDesk } from '$lib/case/case-desk.svelte';
import { speech } from '$lib/words/speech.svelte';

/** Puts recommendations in another order, one step at a time. */
export class Ranking {
  busy = $state(false);

  constructor(private readonly desk: CaseDesk) {}

  /** Ids of those that stand, the first in rank first. */
  get order(): string[] {
    const standing = (this.desk.view?.recommendations ?? []).filter((one) => one.withdrawn === null);
    return standing.map((one) => one.recommendationId);
  }
  can(id: string, by: -1 | 1): boolean {
    const to = this.order.indexOf(id) + by;
    return this.order.includes(id) && to >= 0 && to < this.order.length;
  }

  async move(id: string, by: -1 | 1): Promise<boolean> {
    if (this.busy || !this.can(id, by)) return false;
    const order = this.order.filter((one) => one !== id);
    const rank = this.order.indexOf(id) + by;
    order.splice(rank, 0, id);
    this.busy = true;
    const done = await this.desk.change('rank_recommendations', { order });
    this.busy = false;
    if (done) this.desk.app.say(speech.t.treatment.ranked(rank + 1));
    return done;
  }
}
