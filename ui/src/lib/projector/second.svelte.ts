import type { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';
import { onTable } from './on-table';

/** The second window, as this one knows it: whether it is open, and what it was told last. */
export class Second {
  #open = $state(false);
  #told = '';

  constructor(private readonly app: App) {}

  get open(): boolean {
    return this.#open;
  }

  /** Hears of the window being opened and closed, by whomever, and tells it what lies on the table here. To be called while
   *  a component is set up. */
  follow(): void {
    $effect(() => this.app.backend.onProjector((open) => this.#turned(open)));
    $effect(() => this.#tell());
  }

  #turned(open: boolean): void {
    // A window that is opened knows nothing yet.
    this.#told = '';
    this.#open = open;
    this.app.look.lend('meeting', this.app.meeting !== null && !open);
  }

  #tell(): void {
    const { app } = this;
    if (!this.#open) return;
    const look = { language: speech.language, dark: app.look.shown === 'dark' };
    const now = app.session ? onTable(app.desk, app.meeting, look) : null;
    const said = JSON.stringify(now);
    if (said === this.#told) return;
    this.#told = said;
    app.backend.project(JSON.parse(said) as typeof now).catch((thrown: unknown) => app.show(thrown));
  }

  /** Opens it, or closes it. */
  async turn(): Promise<void> {
    const { app } = this;
    try {
      if (this.#open) await app.backend.closeProjector();
      else {
        await app.backend.openProjector();
        app.say(speech.t.projector.secondOpened);
      }
    } catch (thrown) {
      app.show(thrown);
    }
  }
}
