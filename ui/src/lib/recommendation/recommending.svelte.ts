import type { AdviceKind } from '$lib/bindings/AdviceKind';
import type { AccessRoute } from '$lib/bindings/AccessRoute';
import type { FurtherKind } from '$lib/bindings/FurtherKind';
import type { AddRecommendation } from '$lib/bindings/AddRecommendation';
import type { Approval } from '$lib/bindings/Approval';
import type { BasketStudy } from '$lib/bindings/BasketStudy';
import type { PartState } from '$lib/bindings/PartState';
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
  'approval',
  'basketStudy',
  'site',
  'needs',
  'contraindications',
  'proposedBy',
] as const;

/** What a person found of something that the route needs. */
interface Found {
  found: PartState;
  note: string;
}

/** A recommendation being written: a treatment, one that was weighed and is not advised, a further step, or an explicit "nothing". */
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
  approval = $state<Approval | ''>('');
  basketStudy = $state<BasketStudy | ''>('');
  site = $state('');
  /** By the id of the need. */
  needs = $state.raw<Record<string, Found>>({});
  contraindications = $state('');
  proposedBy = $state('');
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
    if (rows.length === 0 || !this.namesDrugs) return;
    this.cited = [...rows];
    const drugs = [...new Set(rows.flatMap((row) => row.drugs))];
    if (this.drugs === '') this.drugs = drugs.join('、');
    this.findings = [...new Set([...this.findings, ...rows.map((row) => row.finding)])];
  }
  /** What was found of a need; null where nothing is said any more. */
  found(id: string, found: PartState | null, note: string): void {
    const others = Object.entries(this.needs).filter(([known]) => known !== id);
    this.needs = Object.fromEntries(found ? [...others, [id, { found, note }]] : others);
  }
  addContraindication(words: string): void {
    if (this.contraindications.includes(words)) return;
    this.contraindications = [this.contraindications, words].filter(Boolean).join('\n');
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

  /** Whether drugs are named. */
  get namesDrugs(): boolean {
    return this.kind === 'treatment' || this.kind === 'considered';
  }

  /** What a treatment usually rests on and is missing here. */
  get lacking(): ('finding' | 'level')[] {
    if (!this.namesDrugs) return [];
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
    if (this.namesDrugs && drugs.length === 0) {
      this.errors = { drugs: speech.t.treatment.drugsNeeded };
      return null;
    }
    const rationale = given(this.rationale);
    const proposedBy = given(this.proposedBy);
    const common = {
      kind: this.kind,
      ...(rationale ? { rationale } : {}),
      ...(proposedBy ? { proposedBy } : {}),
    };
    const cited = this.cited.map(({ finding, row }) => ({ finding, row }));
    const basis = this.findings.length ? { findings: [...this.findings] } : {};
    const text = given(this.text);
    if (!this.namesDrugs) {
      const further = this.kind === 'further' ? { ...basis, further: this.further } : {};
      return { ...common, ...further, ...(text ? { text } : {}) };
    }
    const [site, contraindications] = [given(this.site), given(this.contraindications)];
    const about = {
      ...common,
      ...basis,
      drugs,
      ...(this.level ? { evidenceScale: this.scale, evidenceLevel: this.level } : {}),
      ...(cited.length ? { evidence: cited } : {}),
      ...(this.approval ? { approval: this.approval } : {}),
      ...(this.basketStudy ? { basketStudy: this.basketStudy } : {}),
      ...(contraindications ? { contraindications } : {}),
    };
    if (this.kind === 'considered') return { ...about, ...(text ? { text } : {}) };
    const trial = given(this.trial);
    const needs = Object.entries(this.needs).map(([id, { found, note }]) => {
      const words = given(note);
      return { id, found, ...(words ? { note: words } : {}) };
    });
    return {
      ...about,
      ...(this.route ? { route: this.route } : {}),
      ...(site ? { site } : {}),
      ...(needs.length ? { needs } : {}),
      ...(trial ? { trial } : {}),
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
