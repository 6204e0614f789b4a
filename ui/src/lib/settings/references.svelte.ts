import type { ReferenceView } from '$lib/bindings/ReferenceView';
import type { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';

export const BUILDS = ['GRCh37', 'GRCh38'];

/** The reference genomes of this site, one of each build. */
export class References {
  all = $state.raw<ReferenceView[]>([]);
  /** The build that something is done with. */
  busy = $state<string | null>(null);

  constructor(private readonly app: App) {}

  of(build: string): ReferenceView | undefined {
    return this.all.find((one) => one.build === build);
  }

  async load(): Promise<void> {
    this.all = (await this.app.read('references', {})) ?? [];
  }

  async choose(build: string): Promise<void> {
    const chosen = await this.app.backend
      .pickFiles(speech.t.references.choose(build), ['fa', 'fasta', 'fna', 'gz', 'bgz'])
      .catch((thrown: unknown) => {
        this.app.show(thrown);
        return null;
      });
    const path = chosen?.[0];
    if (!path) return;
    await this.#change(build, speech.t.references.registered(build), () =>
      this.app.record('register_reference', { path, build }),
    );
  }

  async remove(build: string): Promise<void> {
    await this.#change(build, speech.t.references.removed(build), () =>
      this.app.record('remove_reference', { build }),
    );
  }

  async #change(build: string, said: string, act: () => Promise<ReferenceView[]>): Promise<void> {
    this.busy = build;
    try {
      this.all = await act();
      this.app.say(said);
    } catch (thrown) {
      this.app.show(thrown);
    }
    this.busy = null;
  }
}
