import type { Refusal } from '$lib/backend/backend';
import type { DocumentCheckView } from '$lib/bindings/DocumentCheckView';
import type { VerifyDocument } from '$lib/bindings/VerifyDocument';
import type { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';

/** Comparing a PDF in hand, or the code on a page, with the documents of this store. */
export class DocumentCheck {
  result = $state.raw<DocumentCheckView | null>(null);
  /** The file that the result is about. */
  path = $state('');
  code = $state('');
  error = $state<string | undefined>();
  busy = $state(false);

  constructor(private readonly app: App) {}

  async choose(): Promise<void> {
    const chosen = await this.app.backend
      .pickFiles(speech.t.documentCheck.choose)
      .catch((thrown: unknown) => {
        this.app.show(thrown);
        return null;
      });
    await this.file(chosen?.[0]);
  }

  async file(path: string | undefined): Promise<void> {
    if (path) await this.#ask({ path }, path);
  }

  async look(): Promise<void> {
    const code = this.code.trim();
    if (code) await this.#ask({ code }, '');
  }

  async #ask(what: VerifyDocument, path: string): Promise<void> {
    this.busy = true;
    // An answer about another file must not stand beside this one.
    this.result = null;
    this.error = undefined;
    this.path = path;
    try {
      this.result = await this.app.backend.call('verify_document', what);
      this.app.problem = null;
    } catch (thrown) {
      this.error = (thrown as Partial<Refusal>).fields?.['code'];
      this.app.show(thrown);
    }
    this.busy = false;
  }
}
