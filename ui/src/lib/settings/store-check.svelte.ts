import type { Refusal } from '$lib/backend/backend';
import type { VerifyView } from '$lib/bindings/VerifyView';
import type { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';

/** The check of the store, and the acceptance of a journal whose end is not the one that was kept. */
export class StoreCheck {
  result = $state.raw<VerifyView | null>(null);
  busy = $state<'quick' | 'deep' | 'accept' | null>(null);
  reason = $state('');
  error = $state<string | undefined>();

  constructor(private readonly app: App) {}

  /** Whether somebody must say that the journal is to be gone on with as it is. */
  get inDoubt(): boolean {
    return this.result?.journalInDoubt ?? this.app.session?.journalInDoubt ?? false;
  }

  async verify(deep: boolean): Promise<void> {
    this.busy = deep ? 'deep' : 'quick';
    this.result = null;
    this.result = await this.app.read('verify_store', { deep });
    this.busy = null;
  }

  /** Accepts for the reason given; recording is then open again. */
  async accept(): Promise<boolean> {
    const reason = this.reason.trim();
    if (!reason || this.busy) return false;
    this.busy = 'accept';
    this.error = undefined;
    try {
      this.result = await this.app.record('confirm_journal', { reason });
      this.reason = '';
      await this.app.learnSession();
      this.app.say(speech.t.settings.accepted);
      return true;
    } catch (thrown) {
      this.error = (thrown as Refusal).fields['reason'];
      this.app.show(thrown);
      return false;
    } finally {
      this.busy = null;
    }
  }
}
