import type { ProposalView } from '$lib/bindings/ProposalView';
import type { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';

/** Changes that wait for a second person. */
export class Proposals {
  all = $state.raw<ProposalView[]>([]);
  busy = $state(false);
  /** Counts what was confirmed or withdrawn: whatever shows members and rules reads them anew then. */
  settled = $state(0);

  constructor(private readonly app: App) {}

  async load(): Promise<void> {
    this.all = (await this.app.read('proposals', {})) ?? [];
  }

  /** After an act that may have become a proposal: says so where it did, otherwise that it was done. */
  async after(said: string): Promise<void> {
    const before = new Set(this.all.map((one) => one.proposalId));
    await this.load();
    const proposed = this.all.some((one) => !before.has(one.proposalId));
    this.app.say(proposed ? speech.t.settings.proposed : said);
  }

  confirm(one: ProposalView): Promise<void> {
    const { proposalId } = one;
    return this.#settle(
      () => this.app.record('confirm_proposal', { proposalId }),
      speech.t.settings.proposalConfirmed,
    );
  }

  withdraw(one: ProposalView): Promise<void> {
    const { proposalId } = one;
    return this.#settle(
      () => this.app.record('withdraw_proposal', { proposalId }),
      speech.t.settings.proposalGone,
    );
  }

  async #settle(act: () => Promise<ProposalView[]>, said: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      this.all = await act();
      this.settled += 1;
      this.app.say(said);
      await this.app.learnSession();
    } catch (thrown) {
      this.app.show(thrown);
      // Another may have been quicker.
      await this.load();
    }
    this.busy = false;
  }
}
