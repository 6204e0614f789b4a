import type { DetailsForm } from '$lib/bindings/DetailsForm';
import type { TreatmentForm } from '$lib/bindings/TreatmentForm';
import { Typed } from '$lib/drafts/typed.svelte';
import { isDay } from '$lib/format/date';
import { given } from '$lib/format/text';
import { speech } from '$lib/words/speech.svelte';

const TEXTS = [
  'hospitalId',
  'ccatId',
  'name',
  'kana',
  'sex',
  'tumourType',
  'oncotree',
  'diagnosis',
  'pathology',
  'stage',
  'pastHistory',
  'familyHistory',
  'hospital',
  'department',
  'attending',
  'specimenKind',
  'specimenSite',
  'specimenMethod',
  'specimenAdequacy',
  'specimenQuality',
  'ccatFindings',
  'ccatFindingsVersion',
  'wish',
  'wishAskedBy',
] as const;
const DAYS = ['birthDate', 'specimenCollectedOn', 'ccatFindingsOn', 'wishAskedOn'] as const;
const NUMBERS = { age: [0, 120], performanceStatus: [0, 4], tumourContent: [0, 100] } as const;

type TextName = (typeof TEXTS)[number] | (typeof DAYS)[number];
type NumberName = keyof typeof NUMBERS;
export type DetailName = TextName | NumberName;

interface TreatmentDraft {
  line: string;
  regimen: string;
  from: string;
  to: string;
  bestResponse: string;
  endedBecause: string;
}

/** Patient, clinical context, specimen and wish as people fill them in: every field a text until it is sent. */
export class Details {
  fields = $state<Record<DetailName, string>>(blank());
  treatments = $state<TreatmentDraft[]>([]);
  errors = $state<Record<string, string>>({});
  readonly words: Typed<Details>;
  /** As last filled in from a file. */
  #offered: string | null = null;

  constructor(form?: DetailsForm) {
    if (form) this.#fill(form);
    this.words = new Typed<Details>(this, ['fields', 'treatments']);
  }

  get dirty(): boolean {
    return this.words.dirty;
  }

  /** Whether a person has written here. */
  get touched(): boolean {
    return this.#offered === null ? this.dirty : this.#shape() !== this.#offered;
  }

  /** Fills in what a file says, to be checked. What a person has written stays. */
  offer(form: DetailsForm | null): void {
    if (this.touched) return;
    if (form) this.#fill(form);
    else if (this.#offered !== null) {
      this.fields = blank();
      this.treatments = [];
    }
    this.#offered = form ? this.#shape() : null;
  }

  addTreatment(): void {
    const line = String(this.treatments.length + 1);
    this.treatments.push({ line, regimen: '', from: '', to: '', bestResponse: '', endedBecause: '' });
  }
  removeTreatment(index: number): void {
    this.treatments.splice(index, 1);
  }

  /** The form to send, or null when a field cannot be read; `errors` then says which and how. */
  form(): DetailsForm | null {
    const errors: Record<string, string> = {};
    for (const name of DAYS) {
      if (this.fields[name].trim() && !isDay(this.fields[name].trim()))
        errors[name] = speech.t.overview.badDate;
    }
    for (const [name, [low, high]] of Object.entries(NUMBERS)) {
      const text = this.fields[name as NumberName].trim();
      if (text && !inRange(text, low, high)) errors[name] = speech.t.overview.badNumber(low, high);
    }
    this.treatments.forEach((treatment, i) => {
      if (treatment.line.trim() && !inRange(treatment.line, 1, 99)) {
        errors[`treatments.${i}.line`] = speech.t.overview.badNumber(1, 99);
      }
      for (const name of ['from', 'to'] as const) {
        if (treatment[name].trim() && !isDay(treatment[name].trim())) {
          errors[`treatments.${i}.${name}`] = speech.t.overview.badDate;
        }
      }
    });
    this.errors = errors;
    if (Object.keys(errors).length > 0) return null;
    const texts = Object.fromEntries(
      [...TEXTS, ...DAYS].map((name) => [name, given(this.fields[name]) ?? null]),
    );
    const numbers = Object.fromEntries(
      Object.keys(NUMBERS).map((name) => {
        const text = given(this.fields[name as NumberName]);
        return [name, text === undefined ? null : Number(text)];
      }),
    );
    return {
      ...texts,
      ...numbers,
      treatments: this.treatments.flatMap(treatmentForm),
    } as unknown as DetailsForm;
  }

  #fill(form: DetailsForm): void {
    for (const name of [...TEXTS, ...DAYS]) this.fields[name] = form[name] ?? '';
    for (const name of Object.keys(NUMBERS) as NumberName[]) this.fields[name] = form[name]?.toString() ?? '';
    this.treatments = form.treatments.map((treatment) => ({
      line: treatment.line?.toString() ?? '',
      regimen: treatment.regimen ?? '',
      from: treatment.from ?? '',
      to: treatment.to ?? '',
      bestResponse: treatment.bestResponse ?? '',
      endedBecause: treatment.endedBecause ?? '',
    }));
  }
  #shape(): string {
    return JSON.stringify([this.fields, this.treatments]);
  }
}

function blank(): Record<DetailName, string> {
  const names = [...TEXTS, ...DAYS, ...(Object.keys(NUMBERS) as NumberName[])];
  return Object.fromEntries(names.map((name) => [name, ''])) as Record<DetailName, string>;
}

function inRange(text: string, low: number, high: number): boolean {
  return /^\d{1,3}$/.test(text.trim()) && Number(text) >= low && Number(text) <= high;
}

/** A line in which nothing but its number was filled in counts as not given. */
function treatmentForm(draft: TreatmentDraft): TreatmentForm[] {
  const { line, ...rest } = draft;
  if (Object.values(rest).every((text) => text.trim() === '')) return [];
  return [
    {
      line: given(line) === undefined ? null : Number(line),
      regimen: given(rest.regimen) ?? null,
      from: given(rest.from) ?? null,
      to: given(rest.to) ?? null,
      bestResponse: given(rest.bestResponse) ?? null,
      endedBecause: given(rest.endedBecause) ?? null,
    },
  ];
}
