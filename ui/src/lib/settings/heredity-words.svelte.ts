import type { Refusal } from '$lib/backend/backend';
import type { HeredityListView } from '$lib/bindings/HeredityListView';
import type { HeredityWordsView } from '$lib/bindings/HeredityWordsView';
import { lines } from '$lib/format/text';
import type { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';

/** A list as it is written into the field: one word a line. */
export function written(list: HeredityListView | undefined): string {
  return (list?.words ?? []).join('\n');
}

/** The site's own words of heredity: the lists as recorded, and the next one while it is being written. */
export class HeredityWordsDesk {
  all = $state.raw<HeredityWordsView | null>(null);
  text = $state('');
  reason = $state('');
  fields = $state.raw<Record<string, string>>({});
  busy = $state(false);

  constructor(private readonly app: App) {}

  async load(): Promise<void> {
    const found = await this.app.read('heredity_words', {});
    if (found) this.#take(found);
  }

  #take(found: HeredityWordsView): void {
    this.all = found;
    this.reset();
  }

  get inForce(): HeredityListView | undefined {
    return this.all?.lists[0];
  }
  get earlier(): HeredityListView[] {
    return this.all?.lists.slice(1) ?? [];
  }

  /** Back to what is recorded. */
  reset(): void {
    this.fill(this.inForce);
    this.reason = '';
  }

  /** Takes a list into the field; nothing is recorded by it. */
  fill(list: HeredityListView | undefined): void {
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
        await this.app.record('record_heredity_words', {
          lines: this.text,
          reason: this.reason.trim(),
        }),
      );
      this.app.say(speech.t.heredityWords.saved);
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
