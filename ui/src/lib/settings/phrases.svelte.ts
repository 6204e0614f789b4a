import type { PhraseField } from '$lib/bindings/PhraseField';
import type { Language } from '$lib/bindings/Language';
import type { Refusal } from '$lib/backend/backend';
import type { PhraseForm } from '$lib/bindings/PhraseForm';
import type { PhrasesView } from '$lib/bindings/PhrasesView';
import type { PhraseView } from '$lib/bindings/PhraseView';
import type { App } from '$lib/session/app.svelte';
import { speech } from '$lib/words/speech.svelte';

/** What is being done with the list: a phrase is added or changed, taken out of use or into use again. */
export type Doing =
  | { what: 'add' }
  | { what: 'change'; one: PhraseView }
  | { what: 'retire'; one: PhraseView }
  | { what: 'restore'; one: PhraseView };

const EMPTY: { title: string; reading: string; text: string; fields: PhraseField[]; language: Language } = {
  title: '',
  reading: '',
  text: '',
  fields: [],
  language: 'ja',
};

/** The site's phrases in the settings: found, added, changed, taken out of use; examples taken over. */
export class PhraseList {
  /** As the search leaves it. */
  all = $state.raw<PhrasesView | null>(null);
  search = $state('');
  field = $state<PhraseField | ''>('');
  doing = $state.raw<Doing | null>(null);
  draft = $state({ ...EMPTY });
  reason = $state('');
  fields = $state.raw<Record<string, string>>({});
  busy = $state(false);
  #asked = 0;

  constructor(private readonly app: App) {}

  get own(): PhraseView[] {
    return (this.all?.phrases ?? []).filter((one) => !one.retired);
  }
  get retired(): PhraseView[] {
    return (this.all?.phrases ?? []).filter((one) => one.retired);
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    const search = this.search.trim();
    const found = await this.app.read('phrases', {
      whole: true,
      ...(search ? { search } : {}),
      ...(this.field ? { field: this.field } : {}),
    });
    if (asked === this.#asked && found) this.all = found;
  }

  begin(doing: Doing): void {
    this.fields = {};
    this.reason = '';
    const phrase = 'one' in doing ? doing.one.phrase : undefined;
    this.draft = phrase
      ? { ...phrase, reading: phrase.reading ?? '', fields: [...phrase.fields] }
      : { ...EMPTY, language: speech.language, fields: this.field ? [this.field] : [] };
    this.doing = doing;
  }

  leave(): void {
    this.doing = null;
  }

  toggle(field: PhraseField): void {
    const known = this.draft.fields;
    this.draft.fields = known.includes(field) ? known.filter((one) => one !== field) : [...known, field];
  }

  get form(): PhraseForm {
    const { title, reading, text, fields, language } = this.draft;
    // A reading belongs to a Japanese title.
    const read = language === 'ja' ? reading.trim() : '';
    return {
      title: title.trim(),
      text: text.trim(),
      fields: [...fields],
      language,
      ...(read ? { reading: read } : {}),
    };
  }

  get ready(): boolean {
    if (!this.doing || this.busy) return false;
    const reason = this.doing.what === 'add' || this.reason.trim() !== '';
    const words = this.draft.title.trim() !== '' && this.draft.text.trim() !== '';
    const typed = this.doing.what === 'add' || this.doing.what === 'change';
    return reason && (!typed || (words && this.draft.fields.length > 0));
  }

  async save(): Promise<boolean> {
    const doing = this.doing;
    if (!doing || !this.ready) return false;
    const reason = this.reason.trim();
    return this.#record(async () => {
      if (doing.what === 'add') return this.app.record('record_phrase', { phrase: this.form });
      const id = doing.one.id;
      if (doing.what === 'change') return this.app.record('record_phrase', { id, phrase: this.form, reason });
      return this.app.record(doing.what === 'retire' ? 'retire_phrase' : 'restore_phrase', { id, reason });
    }, speech.t.phrases.saved);
  }

  adopt(example: string, language: Language, title: string): Promise<boolean> {
    return this.#record(
      () => this.app.record('adopt_phrase', { example, language }),
      speech.t.phrases.adopted(title),
    );
  }

  async #record(act: () => Promise<PhrasesView>, done: string): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.fields = {};
    try {
      const whole = await act();
      // The answer is the whole list; what is shown is what is sought.
      if (this.search.trim() || this.field) await this.load();
      else this.all = whole;
      this.leave();
      this.app.say(done);
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
