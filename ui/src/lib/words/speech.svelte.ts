import type { AssemblyView } from '$lib/bindings/AssemblyView';
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

  /** Several, as a list. */
  labels(labels: readonly LabelView[]): string {
    return this.t.join.list(labels.map((one) => this.label(one)));
  }

  /** The change of a finding in words, or as written where that is a name of the field. */
  change(of: { change: string; changeInWords: LabelView | null }): string {
    return of.changeInWords ? this.label(of.changeInWords) : of.change;
  }

  /** The word of a code where it stands alone on a control: English begins large there. The list keeps its words
   *  small, as they stand in sentences. */
  choice(kind: string, code: string | null | undefined): string {
    return this.head(this.coded(kind, code));
  }
  head(text: string): string {
    return this.language === 'en' ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  }

  /** An age: the unit is said in Japanese only. */
  age(years: number): string {
    return this.language === 'ja' ? `${years}${this.word('unit.years')}` : String(years);
  }

  /** A genome build, never without where it came from. */
  build(assembly: AssemblyView): string {
    return this.t.join.aside(assembly.name, this.coded('buildSource', assembly.source));
  }
}

export const speech = new Speech();
