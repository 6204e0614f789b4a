import type { OptionalPart } from '$lib/bindings/OptionalPart';
import type { Paper } from '$lib/bindings/Paper';
import type { Refusal } from '$lib/backend/backend';
import type { LogoView } from '$lib/bindings/LogoView';
import type { PreviewView } from '$lib/bindings/PreviewView';
import type { TemplateForm } from '$lib/bindings/TemplateForm';
import type { TemplateStateView } from '$lib/bindings/TemplateStateView';
import type { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';

/** Pause after typing before the pages are drawn anew. */
const PAUSE = 600;

/** What is typed of it. */
const WORDS = ['caution', 'closing', 'costs', 'costsEn', 'support', 'supportEn'] as const;

/** The site's template while it is being written, and the pages it would give. */
export class TemplateDesk {
  state = $state.raw<TemplateStateView | null>(null);
  caution = $state('');
  closing = $state('');
  costs = $state('');
  costsEn = $state('');
  support = $state('');
  supportEn = $state('');
  leftOut = $state<OptionalPart[]>([]);
  paper = $state<Paper>('a4');
  /** SHA-256 of the logo in the form; none where it has no logo. */
  logo = $state('');
  /** Its picture, as soon as it is read. */
  picture = $state.raw<LogoView | null>(null);
  /** The file it comes from, until it is recorded. */
  logoFile = $state('');
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
    for (const name of WORDS) this[name] = from[name] ?? '';
    this.leftOut = [...from.leftOut];
    this.paper = from.paper ?? 'a4';
    this.logo = from.logo ?? '';
    this.logoFile = '';
    this.fields = {};
    if (this.picture?.sha256 !== this.logo) {
      this.picture = null;
      if (this.logo) void this.#seen({ sha256: this.logo });
    }
    this.soon();
  }

  /** The picture of a logo, unless the form has come to another meanwhile. */
  async #seen(asked: { sha256: string }): Promise<void> {
    const found = await this.app.read('template_logo', asked);
    if (found && this.logo === found.sha256) this.picture = found;
  }

  /** Lets a person choose the file of a logo; what cannot be one is said beside it. */
  async chooseLogo(): Promise<void> {
    const chosen = await this.app.backend
      .pickFiles(speech.t.template.logoChoose, ['png', 'jpg', 'jpeg'])
      .catch((thrown: unknown) => {
        this.app.show(thrown);
        return null;
      });
    if (chosen?.[0]) await this.takeLogo(chosen[0]);
  }

  async takeLogo(path: string): Promise<void> {
    this.fields = {};
    try {
      const found = await this.app.backend.call('template_logo', { path });
      [this.picture, this.logo, this.logoFile] = [found, found.sha256, path];
      this.soon();
    } catch (thrown) {
      this.fields = (thrown as Refusal).fields ?? {};
      if (!this.fields.logoFile) this.app.show(thrown);
    }
  }

  removeLogo(): void {
    [this.picture, this.logo, this.logoFile, this.fields] = [null, '', '', {}];
    this.soon();
  }

  toggle(part: OptionalPart): void {
    this.leftOut = this.leftOut.includes(part)
      ? this.leftOut.filter((one) => one !== part)
      : [...this.leftOut, part];
    this.soon();
  }

  get form(): TemplateForm {
    const written = WORDS.filter((name) => this[name].trim());
    return {
      ...Object.fromEntries(written.map((name) => [name, this[name].trim()])),
      leftOut: [...this.leftOut],
      ...(this.logo ? { logo: this.logo } : {}),
      ...(this.logoFile ? { logoFile: this.logoFile } : {}),
      paper: this.paper,
    };
  }

  get changed(): boolean {
    const now = this.state?.template;
    if (!now) return false;
    const same = [...this.leftOut].sort().join() === [...now.leftOut].sort().join();
    return (
      WORDS.some((name) => this[name].trim() !== (now[name] ?? '')) ||
      this.logo !== (now.logo ?? '') ||
      this.paper !== (now.paper ?? 'a4') ||
      !same
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
