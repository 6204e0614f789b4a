import type { LabelView } from '$lib/bindings/LabelView';
import { WORDS } from '$lib/bindings/words';
import { en } from './en';
import { ja, type Words } from './ja';

export type Language = 'ja' | 'en';

const LABELS: Readonly<Record<string, LabelView>> = WORDS;

/** Which language the window speaks now, and its words. Reading it inside a component follows every change. */
export class Speech {
  language = $state<Language>('ja');

  /** The window's own words. */
  get t(): Words {
    return this.language === 'en' ? en : ja;
  }

  /** The clinical word of a key such as `origin.somatic`. A key that the list lacks shows itself, so that it is
   *  noticed rather than lost. */
  word(key: string): string {
    return LABELS[key]?.[this.language] ?? key;
  }

  /** The word of a code, or the words for "nothing recorded". */
  coded(kind: string, code: string | null | undefined): string {
    return code ? this.word(`${kind}.${code}`) : this.t.app.none;
  }

  label(label: LabelView): string {
    return label[this.language];
  }
}

export const speech = new Speech();
