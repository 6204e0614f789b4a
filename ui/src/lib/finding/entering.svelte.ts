import type { Origin } from '$lib/bindings/Origin';
import type { EnterFinding } from '$lib/bindings/EnterFinding';
import type { CaseDesk } from '$lib/case/case-desk.svelte';
import { Typed } from '$lib/drafts/typed.svelte';
import { given } from '$lib/format/text';
import { speech } from '$lib/words/speech.svelte';

export const KINDS = [
  'shortVariant',
  'copyNumber',
  'rearrangement',
  'biomarker',
  'expression',
  'nonHuman',
] as const;
export type Kind = (typeof KINDS)[number];

type Texts = 'gene' | 'partner' | 'hgvsC' | 'hgvsP' | 'transcript' | 'chromosome' | 'assembly' | 'reference';
type MoreTexts = 'alternate' | 'alteration' | 'marker' | 'state' | 'organism' | 'unit' | 'laboratoryVerdict';
type Numbers = 'position' | 'vaf' | 'depth' | 'alternateDepth' | 'value';
export type FieldName = Texts | MoreTexts | Numbers;

/** Which fields a kind has, in the order in which a report on paper gives them. */
export const FIELDS: Readonly<Record<Kind, readonly FieldName[]>> = {
  shortVariant: [
    'gene',
    'transcript',
    'hgvsC',
    'hgvsP',
    'vaf',
    'depth',
    'alternateDepth',
    'assembly',
    'chromosome',
    'position',
    'reference',
    'alternate',
  ],
  copyNumber: ['gene', 'alteration', 'value', 'assembly', 'chromosome', 'position'],
  rearrangement: ['gene', 'partner', 'alteration', 'vaf', 'alternateDepth', 'depth'],
  biomarker: ['marker', 'state', 'value', 'unit'],
  expression: ['gene', 'value', 'unit'],
  nonHuman: ['organism', 'value', 'unit'],
};
const NUMBERS: ReadonlySet<FieldName> = new Set([
  'position',
  'vaf',
  'depth',
  'alternateDepth',
  'value',
] as const);

/** A finding being entered that no file holds. */
export class Entering {
  kind = $state<Kind>('shortVariant');
  reason = $state('');
  origin = $state<Origin | ''>('');
  laboratoryVerdict = $state('');
  texts = $state<Partial<Record<FieldName, string>>>({});
  errors = $state.raw<Record<string, string>>({});
  busy = $state(false);
  readonly words = new Typed<Entering>(this, ['kind', 'reason', 'origin', 'laboratoryVerdict', 'texts']);

  constructor(private readonly desk: CaseDesk) {}

  get fields(): readonly FieldName[] {
    return FIELDS[this.kind];
  }

  /** What is sent: only the fields of the chosen kind, so that what was typed for another kind stays out. */
  args(): Omit<EnterFinding, 'caseId' | 'expectedVersion'> | null {
    const values: Record<string, string | number> = {};
    const errors: Record<string, string> = {};
    for (const field of this.fields) {
      const text = given(this.texts[field] ?? '');
      if (text === undefined) continue;
      if (!NUMBERS.has(field)) values[field] = text;
      else if (Number.isFinite(Number(text))) values[field] = Number(text);
      else errors[field] = speech.t.enter.number;
    }
    this.errors = errors;
    if (Object.keys(errors).length > 0) return null;
    const verdict = given(this.laboratoryVerdict);
    return {
      kind: this.kind,
      reason: this.reason.trim(),
      ...values,
      ...(this.origin ? { origin: this.origin } : {}),
      ...(verdict ? { laboratoryVerdict: verdict } : {}),
    };
  }

  async save(): Promise<boolean> {
    const args = this.args();
    if (!args || this.busy) return false;
    this.busy = true;
    const done = await this.desk.change('enter_finding', args, (refusal) => {
      this.errors = refusal.fields;
    });
    this.busy = false;
    if (done) this.desk.app.say(speech.t.enter.saved);
    return done;
  }
}
