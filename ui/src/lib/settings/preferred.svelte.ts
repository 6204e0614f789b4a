import type { Refusal } from '$lib/backend/backend';
import type { PreferredListView } from '$lib/bindings/PreferredListView';
import type { PreferredTranscriptsView } from '$lib/bindings/PreferredTranscriptsView';
import { lines } from '$lib/format/text';
import type { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';

/** A list as it is written into the field: gene and transcript, one pair a line. */
export function written(list: PreferredListView | undefined): string {
  return (list?.transcripts ?? []).map((one) => `${one.gene} ${one.transcript}`).join('\n');
}

/** The site's preferred transcripts: the lists as recorded, and the next one while it is being written. */
export class PreferredDesk {
  all = $state.raw<PreferredTranscriptsView | null>(null);
  text = $state('');
  reason = $state('');
  fields = $state.raw<Record<string, string>>({});
  busy = $state(false);

  constructor(private readonly app: App) {}

  async load(): Promise<void> {
    const found = await this.app.read('preferred_transcripts', {});
    if (found) this.#take(found);
  }

  #take(found: PreferredTranscriptsView): void {
    this.all = found;
    this.reset();
  }

  get inForce(): PreferredListView | undefined {
    return this.all?.lists[0];
  }
  get earlier(): PreferredListView[] {
    return this.all?.lists.slice(1) ?? [];
  }

  /** Back to what is recorded. */
  reset(): void {
    this.fill(this.inForce);
    this.reason = '';
  }

  /** Takes a list into the field; nothing is recorded by it. */
  fill(list: PreferredListView | undefined): void {
    this.text = written(list);
    this.fields = {};
  }

  /** Whether the field holds anything but what is recorded; empty lines and spaces around do not count. */
  get changed(): boolean {
    return this.all !== null && lines(this.text).join('\n') !== written(this.inForce);
  }
  get ready(): boolean {
    return this.changed && this.reason.trim() !== '' && !this.busy;
  }

  async save(): Promise<boolean> {
    if (!this.ready) return false;
    this.busy = true;
    try {
      this.#take(
        await this.app.record('record_preferred_transcripts', {
          lines: this.text,
          reason: this.reason.trim(),
        }),
      );
      this.app.say(speech.t.preferred.saved);
      return true;
    } catch (thrown) {
      this.fields = (thrown as Refusal).fields;
      this.app.show(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
