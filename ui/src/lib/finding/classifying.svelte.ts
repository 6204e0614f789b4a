import type { Strength } from '$lib/bindings/Strength';
import type { CriteriaForm } from '$lib/bindings/CriteriaForm';
import type { CriterionForm } from '$lib/bindings/CriterionForm';
import type { CriterionView } from '$lib/bindings/CriterionView';
import type { EvaluationView } from '$lib/bindings/EvaluationView';
import type { SchemeView } from '$lib/bindings/SchemeView';
import { given } from '$lib/format/text';
import { speech } from '$lib/words/speech.svelte';
import type { VerdictForm } from './verdict-form.svelte';

/** A criterion as it is being chosen. An empty strength is the scheme's own. */
export interface ChosenCriterion {
  code: string;
  strength: Strength | '';
  note: string;
}

/** Choosing criteria for the verdict being written. Points, suggestion and exclusions come from the desk; what is
 *  chosen stands in the verdict's draft and stays with its finding. */
export class Classifying {
  open = $state(false);
  schemes = $state.raw<SchemeView[]>([]);
  evaluation = $state.raw<EvaluationView | null>(null);
  #asked = 0;
  #shown = '';
  #under: Promise<void> = Promise.resolve();

  constructor(private readonly form: VerdictForm) {}

  /** Asks for the schemes, once. */
  async load(): Promise<void> {
    if (this.schemes.length === 0)
      this.schemes = (await this.form.desk.app.read('classification_schemes', {})) ?? [];
    this.follow();
  }

  get chosen(): ChosenCriterion[] {
    return this.form.draft.criteria;
  }
  /** The scheme for the scale in use; criteria belong to one finding. */
  get scheme(): SchemeView | undefined {
    if (this.form.several > 0) return undefined;
    return this.schemes.find((scheme) => scheme.scale === this.form.draft.scale);
  }
  choiceOf(code: string): ChosenCriterion | undefined {
    return this.chosen.find((one) => one.code === code);
  }
  /** Why a criterion cannot be added now. */
  barredBy(code: string): string | undefined {
    const found = this.evaluation?.barred.find((one) => one.code === code);
    return found && speech.t.criteria.barred(found.by, speech.label(found.reason));
  }
  /** Its points in words, at the strength it is given. */
  pointsOf(criterion: CriterionView): string {
    const strength = this.choiceOf(criterion.code)?.strength || criterion.strength;
    return criterion.strengths.find((one) => one.code === strength)?.points ?? '';
  }

  toggle(code: string): void {
    const draft = this.form.draft;
    if (this.choiceOf(code)) draft.criteria = draft.criteria.filter((one) => one.code !== code);
    else if (!this.barredBy(code)) draft.criteria = [...draft.criteria, { code, strength: '', note: '' }];
    this.changed();
  }
  /** Takes over a criterion that data speak for, with the data as its note, where a person wants it. Why not, in words, where it
   *  cannot be; null where it stands now. */
  async take(scheme: string, code: string, why: string): Promise<string | null> {
    await this.load();
    await this.settled();
    const wanted = this.schemes.find((one) => one.id === scheme);
    const { draft } = this.form;
    if (!wanted || this.form.several > 0 || !this.form.scales.some((scale) => scale.id === wanted.scale))
      return speech.t.criteria.notForThis;
    if (this.choiceOf(code) && draft.scale === wanted.scale) return null;
    if (draft.scale !== wanted.scale) {
      // What is chosen on another scale is not thrown away by the way.
      if (draft.criteria.length > 0 || draft.class !== '')
        return speech.t.criteria.onAnotherScale(speech.label(wanted.name));
      draft.scale = wanted.scale;
      this.form.changeScale();
    }
    const barred = this.barredBy(code);
    if (barred) return barred;
    draft.criteria = [...draft.criteria, { code, strength: '', note: why }];
    this.open = true;
    this.form.unfold();
    this.changed();
    return null;
  }
  clear(): void {
    this.form.draft.criteria = [];
    this.form.draft.overrideReason = '';
    this.changed();
  }
  changed(): void {
    this.form.touched();
    this.follow();
  }

  /** Takes the suggested class over into the verdict. */
  use(): void {
    if (this.evaluation?.suggested) this.form.choose(this.evaluation.suggested.class);
  }

  /** Whether the class chosen is another than the suggested one. */
  get differs(): boolean {
    const { putOff, class: chosen } = this.form.draft;
    const suggested = this.evaluation?.suggested;
    return !putOff && !!chosen && !!suggested && suggested.class !== chosen;
  }

  /** Adds up what is chosen now; only the newest question is answered. */
  follow(): void {
    const scheme = this.scheme?.id;
    const criteria = this.#criteria();
    const now = JSON.stringify([scheme, criteria.map(({ code, strength }) => [code, strength])]);
    if (now === this.#shown) return;
    this.#shown = now;
    const asked = ++this.#asked;
    if (!scheme || criteria.length === 0) {
      this.evaluation = null;
      return;
    }
    this.#under = this.form.desk.app
      .read('evaluate_classification', { scheme, criteria })
      .then((evaluation) => {
        if (asked === this.#asked) this.evaluation = evaluation;
      });
  }
  /** When the last question is answered. */
  async settled(): Promise<void> {
    await this.#under;
  }

  #criteria(): CriterionForm[] {
    return this.chosen.map((one) => ({
      code: one.code,
      ...(one.strength ? { strength: one.strength } : {}),
      ...(given(one.note) ? { note: given(one.note)! } : {}),
    }));
  }

  /** What is sent with the verdict; nothing where nothing was chosen. */
  args(): CriteriaForm | null | string {
    const criteria = this.#criteria();
    const scheme = this.scheme?.id ?? this.form.recorded?.basis?.scheme;
    if (criteria.length === 0 || !scheme || this.form.several > 0) return null;
    const refusal = this.evaluation?.refusals[0];
    if (refusal) return speech.label(refusal);
    const overrideReason = given(this.form.draft.overrideReason);
    // Without a sum it is not known here whether the class differs; the desk knows.
    if (!this.evaluation) return { scheme, criteria, ...(overrideReason ? { overrideReason } : {}) };
    if (!this.differs) return { scheme, criteria };
    return overrideReason ? { scheme, criteria, overrideReason } : speech.t.criteria.overrideNeeded;
  }
}
