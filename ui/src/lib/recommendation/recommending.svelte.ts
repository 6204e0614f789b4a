import type { AdviceKind } from '$lib/bindings/AdviceKind';
import type { AccessRoute } from '$lib/bindings/AccessRoute';
import type { FurtherKind } from '$lib/bindings/FurtherKind';
import type { AddRecommendation } from '$lib/bindings/AddRecommendation';
import type { CaseDesk, CitedRow } from '$lib/case/case-desk.svelte';
import { Typed } from '$lib/drafts/typed.svelte';
import { entries, given } from '$lib/format/text';
import { speech } from '$lib/words/speech.svelte';

const TYPED = [
  'kind',
  'drugs',
  'route',
  'scale',
  'level',
  'trial',
  'further',
  'text',
  'rationale',
  'findings',
  'cited',
] as const;

/** A recommendation being written: a treatment, a further step, or an explicit "nothing". */
export class Recommending {
  kind = $state<AdviceKind>('treatment');
  drugs = $state('');
  route = $state<AccessRoute | ''>('');
  scale = $state('');
  level = $state('');
  trial = $state('');
  further = $state<FurtherKind>('additionalTest');
  text = $state('');
  rationale = $state('');
  findings = $state.raw<string[]>([]);
  /** Rows of evidence that it rests on. */
  cited = $state.raw<CitedRow[]>([]);
  errors = $state.raw<Record<string, string>>({});
  busy = $state(false);
  /** What was missing when it was to be recorded, and was said: recording the same once more is done knowingly. */
  #said = $state('');
  readonly words: Typed<Recommending>;

  constructor(
    private readonly desk: CaseDesk,
    kind: AdviceKind,
  ) {
    this.kind = kind;
    // What is under discussion is most likely what the advice rests on.
    if (kind !== 'nothing' && desk.cursor) this.findings = [desk.cursor];
    this.scale = this.scales[0]?.id ?? '';
    this.words = new Typed<Recommending>(this, TYPED);
    this.#take(desk.cited);
    desk.cited = [];
  }

  /** Takes over what a row of evidence gives: its drugs, where none are written, and the finding beside which it stands. */
  #take(rows: readonly CitedRow[]): void {
    if (rows.length === 0 || this.kind !== 'treatment') return;
    this.cited = [...rows];
    const drugs = [...new Set(rows.flatMap((row) => row.drugs))];
    if (this.drugs === '') this.drugs = drugs.join('、');
    this.findings = [...new Set([...this.findings, ...rows.map((row) => row.finding)])];
  }
  leaveOut(row: CitedRow): void {
    this.cited = this.cited.filter((one) => one !== row);
  }

  get scales() {
    return (this.desk.app.knowledge?.scales ?? []).filter((scale) => scale.purpose === 'evidence');
  }
  get levels() {
    return this.scales.find((scale) => scale.id === this.scale)?.classes ?? [];
  }

  /** What a treatment usually rests on and is missing here. */
  get lacking(): ('finding' | 'level')[] {
    if (this.kind !== 'treatment') return [];
    return [
      ...(this.findings.length === 0 ? (['finding'] as const) : []),
      ...(this.level === '' ? (['level'] as const) : []),
    ];
  }
  /** Whether the person was told of all that is missing now. */
  get told(): boolean {
    return this.lacking.length > 0 && this.#said === this.lacking.join();
  }

  args(): Omit<AddRecommendation, 'caseId' | 'expectedVersion'> | null {
    const drugs = entries(this.drugs);
    this.errors = {};
    if (this.kind === 'treatment' && drugs.length === 0) {
      this.errors = { drugs: speech.t.treatment.drugsNeeded };
      return null;
    }
    const rationale = given(this.rationale);
    const common = { kind: this.kind, ...(rationale ? { rationale } : {}) };
    const cited = this.cited.map(({ finding, row }) => ({ finding, row }));
    const basis = this.findings.length ? { findings: [...this.findings] } : {};
    const text = given(this.text);
    if (this.kind !== 'treatment') {
      const further = this.kind === 'further' ? { ...basis, further: this.further } : {};
      return { ...common, ...further, ...(text ? { text } : {}) };
    }
    const trial = given(this.trial);
    return {
      ...common,
      ...basis,
      drugs,
      ...(this.route ? { route: this.route } : {}),
      ...(this.level ? { evidenceScale: this.scale, evidenceLevel: this.level } : {}),
      ...(trial ? { trial } : {}),
      ...(cited.length ? { evidence: cited } : {}),
    };
  }

  async save(): Promise<boolean> {
    const args = this.args();
    if (!args || this.busy) return false;
    if (this.lacking.length > 0 && !this.told) {
      this.#said = this.lacking.join();
      return false;
    }
    this.busy = true;
    const done = await this.desk.change('add_recommendation', args, (refusal) => {
      this.errors = refusal.fields;
    });
    this.busy = false;
    if (done) this.desk.app.say(speech.t.treatment.saved);
    return done;
  }
}
