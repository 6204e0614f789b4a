import type { PhraseField } from '$lib/bindings/PhraseField';
import type { PhrasesView } from '$lib/bindings/PhrasesView';
import type { App } from '$lib/session/app.svelte';

/** A phrase that can be put in. */
export interface Offer {
  key: string;
  title: string;
  text: string;
  language: 'ja' | 'en';
  fields: PhraseField[];
  /** Nobody at the site has taken it over. */
  example: boolean;
}

function offers({ phrases, examples }: PhrasesView): Offer[] {
  const known = (language: string) => (language === 'en' ? 'en' : 'ja');
  return [
    ...phrases.map(({ id, phrase }) => ({
      key: id,
      title: phrase.title,
      text: phrase.text,
      language: known(phrase.language) as 'ja' | 'en',
      fields: phrase.fields,
      example: false,
    })),
    ...examples.flatMap((one) =>
      one.languages.map(known).map((language) => ({
        key: `${one.id}-${language}`,
        title: one.title[language],
        text: one.text[language],
        language: language as 'ja' | 'en',
        fields: one.fields,
        example: true,
      })),
    ),
  ];
}

/** Looking for a phrase while a field is being written. */
export class Picking {
  typed = $state('');
  /** Also those for other fields and in the other language. */
  everything = $state(false);
  offered = $state.raw<Offer[] | null>(null);
  at = $state(0);
  #asked = 0;

  constructor(
    private readonly app: App,
    private readonly field: PhraseField,
    readonly language: 'ja' | 'en',
  ) {}

  get chosen(): Offer | undefined {
    return this.offered?.[this.at];
  }

  /** Asks the desk, which knows how words are compared. An answer that a later question overtook is let go. */
  async look(): Promise<void> {
    const asked = ++this.#asked;
    const search = this.typed.trim();
    const found = await this.app.read('phrases', {
      ...(this.everything ? {} : { field: this.field, language: this.language }),
      ...(search ? { search } : {}),
    });
    if (asked !== this.#asked || !found) return;
    const all = offers(found);
    // Of everything, what is in the language of the field comes first; else the order of the desk stands.
    const own = (one: Offer) => Number(one.language !== this.language);
    this.offered = this.everything ? all.sort((a, b) => own(a) - own(b)) : all;
    this.at = 0;
  }
}
