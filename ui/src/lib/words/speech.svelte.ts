import type { AssemblyView } from '$lib/bindings/AssemblyView';
import type { LabelView } from '$lib/bindings/LabelView';
import { SPEECH, type Words } from '$lib/bindings/speech';
import { WORDS, type WordKey } from '$lib/bindings/words';

export type Language = keyof typeof SPEECH;

/** A code of which the list has the word under this kind: what it does not name is no code of it. */
export type CodeOf<Kind extends string, Code extends string> = `${Kind}.${Code}` extends WordKey
  ? Code
  : never;

const LABELS: Readonly<Record<string, LabelView>> = WORDS;

/** Which language the window speaks now, and its words. Reading it inside a component follows every change. */
export class Speech {
  language = $state<Language>('ja');

  /** The window's own words. */
  get t(): Words {
    return SPEECH[this.language];
  }

  /** The clinical word of a key such as `origin.somatic`. A key that the list lacks shows itself, so that it is
   *  noticed rather than lost. */
  word(key: WordKey): string {
    return LABELS[key]?.[this.language] ?? key;
  }

  /** As `word`, of a key that the desk gave as a text. */
  named(key: string): string {
    return LABELS[key]?.[this.language] ?? key;
  }

  /** The word of a code, or the words for "nothing recorded". */
  coded<Kind extends string, Code extends string>(
    kind: Kind,
    code: CodeOf<Kind, Code> | null | undefined,
  ): string {
    return code ? this.named(`${kind}.${code}`) : this.t.app.none;
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
  choice<Kind extends string, Code extends string>(
    kind: Kind,
    code: CodeOf<Kind, Code> | null | undefined,
  ): string {
    return this.head(this.coded(kind, code));
  }
  head(text: string): string {
    return this.language === 'en' ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  }

  age(years: number): string {
    return this.t.join.age(years);
  }

  /** A genome build, never without where it came from. */
  build(assembly: AssemblyView): string {
    return this.t.join.aside(assembly.name, this.coded('buildSource', assembly.source));
  }
}

export const speech = new Speech();
