import type { ClassView } from '$lib/bindings/ClassView';
import type { DissentForm } from '$lib/bindings/DissentForm';
import type { FindingKind } from '$lib/bindings/FindingKind';
import type { JudgeFinding } from '$lib/bindings/JudgeFinding';
import type { MemberView } from '$lib/bindings/MemberView';
import type { ScaleView } from '$lib/bindings/ScaleView';
import type { VerdictView } from '$lib/bindings/VerdictView';
import type { CaseDesk } from '$lib/case/case-desk.svelte';
import { isOpen } from '$lib/case/parts';
import type { DraftSpot } from '$lib/drafts/drafts.svelte';
import { Typed, type Typing } from '$lib/drafts/typed.svelte';
import { given, lines } from '$lib/format/text';
import { speech } from '$lib/words/speech.svelte';
import { Classifying, type ChosenCriterion } from './classifying.svelte';

/** A dissenting view being written: a member, or a guest by name. */
export interface DissentDraft {
  memberId: string;
  name: string;
  words: string;
}

export interface VerdictDraft {
  scale: string;
  class: string;
  putOff: boolean;
  deferred: string;
  actionable: '' | 'yes' | 'no';
  rationale: string;
  references: string;
  criteria: ChosenCriterion[];
  overrideReason: string;
  dissent: DissentDraft[];
  /** Rows of evidence that it rests on. */
  cited: VerdictCite[];
}

/** A row of evidence that a verdict rests on: by its key, or by source and id where it was recorded before. */
export interface VerdictCite {
  row: string;
  said: string;
}

/** What several findings are kept under: themselves, so that words for some are never offered for others. */
function keyOfSeveral(picked: ReadonlySet<string>): string {
  const ids = [...picked].sort().join('+');
  // As long as the desk takes; of a longer one its beginning and a checksum.
  if (ids.length <= 70) return `*${ids}`;
  let sum = 0n;
  for (const letter of ids)
    sum = BigInt.asUintN(64, (sum ^ BigInt(letter.charCodeAt(0))) * 1099511628211n + 1n);
  return `*${ids.slice(0, 50)}~${sum.toString(16)}`;
}
const isSeveral = (key: string) => key.startsWith('*');

/** The panel's verdict on the finding under discussion, or on several at once. What is typed is kept as a draft of its finding
 *  until it is recorded, wherever the discussion goes meanwhile. */
export class VerdictForm implements Typing {
  draft = $state<VerdictDraft>(emptyDraft(''));
  error = $state<string | null>(null);
  busy = $state(false);
  #key = $state('');
  /** Whether somebody unfolded or folded the form here; null while nobody did. */
  #unfolded = $state<boolean | null>(null);
  /** Whether a class was chosen here since the cursor came, be it the recorded one. */
  #chosen = $state(false);
  readonly #words = new Typed<VerdictForm>(this, ['draft']);

  /** Criteria and points for it. */
  readonly aid: Classifying;
  /** For the names of those who dissent; asked for when the first is written. */
  members = $state.raw<MemberView[]>([]);

  constructor(readonly desk: CaseDesk) {
    this.aid = new Classifying(this);
  }

  /** Scales for the kinds under discussion. */
  get scales(): ScaleView[] {
    return this.scalesFor(new Set(this.desk.subjects.flatMap((id) => this.desk.find(id)?.kind ?? [])));
  }
  /** Scales that are offered for all of these kinds. */
  scalesFor(kinds: ReadonlySet<FindingKind>): ScaleView[] {
    return (this.desk.app.knowledge?.scales ?? []).filter(
      (scale) =>
        scale.purpose === 'significance' &&
        (scale.kinds.length === 0 || [...kinds].every((kind) => scale.kinds.includes(kind))),
    );
  }
  get scale(): ScaleView | undefined {
    return this.scales.find((scale) => scale.id === this.draft.scale);
  }
  get classes(): ClassView[] {
    return this.scale?.classes ?? [];
  }
  get several(): number {
    return this.desk.picked.size;
  }
  get recorded(): VerdictView | null {
    return this.several > 0 ? null : (this.desk.row?.verdicts.panel ?? null);
  }
  get dirty(): boolean {
    return this.#words.dirty;
  }
  /** Whether all of the form is shown. Where nobody asked for it, it is one line that leaves the room to the finding; what is
   *  typed and not recorded is never folded away by itself. */
  get unfolded(): boolean {
    return this.#unfolded ?? (this.#chosen || this.dirty || this.several > 0);
  }
  /** Whether somebody unfolded it: where it is a bar, choosing a class does not. */
  get asked(): boolean {
    return this.#unfolded === true;
  }
  unfold(): void {
    this.#unfolded = true;
  }
  fold(): void {
    this.#unfolded = false;
  }
  /** Nobody is at work on it. */
  #rest(): void {
    this.#unfolded = null;
    this.#chosen = false;
  }
  /** Whether somebody recorded a verdict after what is typed here had been begun. */
  get overtaken(): boolean {
    return this.#words.overtaken;
  }
  get typed(): string | null {
    return this.#words.typed;
  }
  resume(typed: string): void {
    this.#words.resume(typed);
    this.aid.changed();
  }
  get spot(): DraftSpot {
    return this.desk.spot('verdict', this.#key);
  }

  /** Keeps what is typed for the finding left, and takes up what belongs to the present one. */
  follow(): void {
    const key = this.several > 0 ? keyOfSeveral(this.desk.picked) : (this.desk.cursor ?? '');
    const fresh = this.#fromRecord();
    if (key !== this.#key && isSeveral(key) && isSeveral(this.#key) && this.dirty) {
      // More or fewer are picked under what is being typed: it goes along.
      this.desk.app.drafts.drop(this.spot.place);
      this.#key = key;
      this.hold();
    } else if (key !== this.#key) {
      this.hold();
      this.#key = key;
      this.#rest();
      this.error = null;
      this.draft = fresh;
      this.#words.begin();
      const kept = key && this.desk.app.drafts.at(this.spot.place);
      if (kept) this.resume(kept.typed);
    } else if (!this.dirty) {
      this.draft = fresh;
      this.#words.begin();
    }
    this.aid.follow();
  }

  /** Keeps what is typed as it stands. */
  hold(): void {
    const typed = this.#words.typed;
    if (this.#key === '' || this.desk.readOnly) return;
    this.desk.app.drafts.hold(this.spot, typed);
  }

  /** The scale to begin with: the one the desk names for all that is judged, or the first offered. */
  get #firstScale(): string {
    const named = new Set(this.desk.subjects.map((id) => this.desk.find(id)?.germline.firstScale ?? null));
    const [only] = named;
    return (named.size === 1 && only) || (this.scales[0]?.id ?? '');
  }

  #fromRecord(): VerdictDraft {
    const first = this.#firstScale;
    const verdict = this.recorded;
    if (!verdict) return emptyDraft(first);
    // A scale that is no longer offered for this kind stands with the recorded verdict; a new one is judged on another.
    const offered = this.scales.some((scale) => scale.id === verdict.grade?.scale);
    return {
      scale: offered ? verdict.grade!.scale : first,
      class: offered ? verdict.grade!.class : '',
      putOff: verdict.deferred !== null,
      deferred: verdict.deferred ?? '',
      actionable: verdict.actionable === null ? '' : verdict.actionable ? 'yes' : 'no',
      rationale: verdict.rationale ?? '',
      references: verdict.references.join('\n'),
      criteria: ((offered && verdict.basis?.criteria) || []).map((one) => ({
        code: one.code,
        strength: one.adjusted ? one.strength : '',
        note: one.note ?? '',
      })),
      overrideReason: verdict.basis?.overrideReason ?? '',
      dissent: verdict.dissent.map((one) => ({
        memberId: one.memberId ?? '',
        name: one.name,
        words: one.words,
      })),
      cited: verdict.cited.map((one) => ({
        row: `${one.source} ${one.id}`,
        said: `${one.source} ${one.id} (${one.version})`,
      })),
    };
  }

  /** What is typed rests on this row too. */
  restOn(row: VerdictCite): void {
    this.draft.cited = [...(this.draft.cited ?? []).filter((one) => one.row !== row.row), row];
    this.unfold();
    this.touched();
  }
  restNoMoreOn(row: VerdictCite): void {
    this.draft.cited = this.draft.cited.filter((one) => one !== row);
    this.touched();
  }

  /** The rows, where they are others than those of the recorded verdict: else those stay as they stood. */
  #evidence(): JudgeFinding['evidence'] | undefined {
    const finding = this.desk.cursor;
    const rows = (this.draft.cited ?? []).map((one) => one.row);
    const before = this.#fromRecord().cited.map((one) => one.row);
    if (this.several > 0 || !finding || rows.join('\n') === before.join('\n')) return undefined;
    return rows.map((row) => ({ finding, row }));
  }

  touched(): void {
    this.error = null;
    this.hold();
  }

  /** By place on the scale, as the number keys choose. */
  chooseAt(index: number): void {
    const found = this.classes[index];
    if (found) this.choose(found.code);
  }
  choose(code: string): void {
    this.draft.class = code;
    this.draft.putOff = false;
    this.#chosen = true;
    if (this.#unfolded === false) this.#unfolded = null;
    this.touched();
  }
  putOff(on: boolean): void {
    this.draft.putOff = on;
    this.unfold();
    this.touched();
  }
  changeScale(): void {
    this.draft.class = '';
    // Criteria belong to the scale whose classes they suggest.
    this.aid.clear();
  }
  undo(): void {
    this.draft = this.#fromRecord();
    this.#words.begin();
    this.#rest();
    this.hold();
    this.aid.changed();
  }

  async addDissent(): Promise<void> {
    this.draft.dissent = [...this.draft.dissent, { memberId: '', name: '', words: '' }];
    this.touched();
    if (this.members.length === 0) this.members = (await this.desk.app.read('members', {})) ?? [];
  }
  removeDissent(index: number): void {
    this.draft.dissent = this.draft.dissent.filter((_, at) => at !== index);
    this.touched();
  }
  #dissent(): DissentForm[] | string {
    const all = this.draft.dissent.filter((one) => one.memberId || given(one.name) || given(one.words));
    if (all.some((one) => !given(one.words) || (!one.memberId && !given(one.name))))
      return speech.t.dissent.incomplete;
    return all.map((one) => ({
      ...(one.memberId ? { memberId: one.memberId } : { name: given(one.name)! }),
      words: given(one.words)!,
    }));
  }

  /** What is sent, or what is missing, in words. */
  args(): Omit<JudgeFinding, 'caseId' | 'expectedVersion'> | string {
    const draft = this.draft;
    const dissent = this.#dissent();
    if (typeof dissent === 'string') return dissent;
    const basis = this.aid.args();
    if (typeof basis === 'string') return basis;
    const evidence = this.#evidence();
    const common = {
      ...(evidence ? { evidence } : {}),
      ...(basis ? { basis } : {}),
      ...(dissent.length ? { dissent } : {}),
      findingIds: this.desk.subjects,
      ...(draft.actionable ? { actionable: draft.actionable === 'yes' } : {}),
      ...(given(draft.rationale) ? { rationale: given(draft.rationale)! } : {}),
      ...(lines(draft.references).length ? { references: lines(draft.references) } : {}),
    };
    if (draft.putOff) {
      const deferred = given(draft.deferred);
      return deferred ? { ...common, deferred } : speech.t.verdict.needReason;
    }
    if (!draft.class) return speech.t.verdict.needClass;
    return { ...common, scale: draft.scale, class: draft.class };
  }

  async save(): Promise<boolean> {
    if (this.busy || this.desk.subjects.length === 0) return false;
    const readOnly = this.desk.readOnly ?? this.desk.app.mayNot('judge_finding');
    this.busy = true;
    const key = this.#key;
    // A class chosen while its criteria are being added up is judged by the sum.
    await this.aid.settled();
    const args = this.args();
    if (readOnly || typeof args === 'string' || this.#key !== key) {
      this.unfold();
      this.error = readOnly ?? (typeof args === 'string' ? args : null);
      this.busy = false;
      return false;
    }
    const done = await this.desk.change('judge_finding', args, (refusal) => {
      this.error = Object.values(refusal.fields).join('\n');
    });
    this.busy = false;
    if (!done) return false;
    this.desk.app.drafts.drop(this.desk.spot('verdict', key).place);
    if (this.#key === key) {
      this.#words.begin();
      this.#rest();
    }
    if (isSeveral(key)) this.desk.pickNone();
    const left = this.desk.view?.findings.filter(isOpen).length ?? 0;
    const heredity = this.desk.view?.findings.filter((row) => row.germline.open).length ?? 0;
    const t = speech.t.verdict;
    const part = this.desk.advance();
    const turned = part && speech.t.parts[part];
    if (turned) this.desk.app.say(left > 0 ? t.recordedPart(turned, left) : t.recordedPartHeredity(turned));
    else
      this.desk.app.say(
        left > 0 ? t.recordedNext(left) : heredity > 0 ? t.recordedHeredity(heredity) : t.recordedAll,
      );
    return true;
  }
}

function emptyDraft(scale: string): VerdictDraft {
  return {
    scale,
    class: '',
    putOff: false,
    deferred: '',
    actionable: '',
    rationale: '',
    references: '',
    criteria: [],
    overrideReason: '',
    dissent: [],
    cited: [],
  };
}
