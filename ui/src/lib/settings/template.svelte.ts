import type { Refusal } from '$lib/backend/backend';
import type { PreviewView } from '$lib/bindings/PreviewView';
import type { TemplateForm } from '$lib/bindings/TemplateForm';
import type { TemplateStateView } from '$lib/bindings/TemplateStateView';
import type { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';

/** Pause after typing before the pages are drawn anew. */
const PAUSE = 600;

/** The site's template while it is being written, and the pages it would give. */
export class TemplateDesk {
  state = $state.raw<TemplateStateView | null>(null);
  caution = $state('');
  closing = $state('');
  leftOut = $state<string[]>([]);
  reason = $state('');
  fields = $state.raw<Record<string, string>>({});
  busy = $state(false);
  preview = $state.raw<PreviewView | null>(null);
  shown = $state(false);
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly app: App) {}

  async load(): Promise<void> {
    const found = await this.app.read('template', {});
    if (found) this.#take(found);
  }

  #take(found: TemplateStateView): void {
    this.state = found;
    this.reason = '';
    this.fill(found.template);
  }

  /** Takes a version into the form; nothing is recorded by it. */
  fill(from: TemplateForm): void {
    this.caution = from.caution ?? '';
    this.closing = from.closing ?? '';
    this.leftOut = [...from.leftOut];
    this.soon();
  }

  toggle(part: string): void {
    this.leftOut = this.leftOut.includes(part)
      ? this.leftOut.filter((one) => one !== part)
      : [...this.leftOut, part];
    this.soon();
  }

  get form(): TemplateForm {
    const words = (text: string, name: 'caution' | 'closing') => (text.trim() ? { [name]: text.trim() } : {});
    return {
      ...words(this.caution, 'caution'),
      ...words(this.closing, 'closing'),
      leftOut: [...this.leftOut],
    };
  }

  get changed(): boolean {
    const now = this.state?.template;
    if (!now) return false;
    const same = [...this.leftOut].sort().join() === [...now.leftOut].sort().join();
    return (
      this.caution.trim() !== (now.caution ?? '') || this.closing.trim() !== (now.closing ?? '') || !same
    );
  }

  /** The pages follow what is typed, while they are shown. */
  soon(): void {
    clearTimeout(this.#timer);
    if (this.shown) this.#timer = setTimeout(() => void this.look(), PAUSE);
  }

  async show(shown: boolean): Promise<void> {
    this.shown = shown;
    clearTimeout(this.#timer);
    if (shown) await this.look();
    else this.preview = null;
  }

  async look(): Promise<void> {
    const asked = ++this.#asked;
    const made = await this.app.read('preview_template', {
      template: this.form,
      language: speech.language,
    });
    if (asked === this.#asked && made && this.shown) this.preview = made;
  }

  async save(): Promise<boolean> {
    if (!this.changed || !this.reason.trim() || this.busy) return false;
    this.busy = true;
    this.fields = {};
    try {
      this.#take(
        await this.app.record('record_template', { template: this.form, reason: this.reason.trim() }),
      );
      this.app.say(speech.t.template.saved);
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
