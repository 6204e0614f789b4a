import type { RelativeForm } from '$lib/bindings/RelativeForm';
import type { RelativeTie } from '$lib/bindings/RelativeTie';
import type { RelativeView } from '$lib/bindings/RelativeView';
import type { Relation } from '$lib/bindings/Relation';
import { given } from '$lib/format/text';

/** What the form of a relative holds, as it is typed. */
export interface Fields {
  id: string;
  of: string;
  relation: string;
  with: string;
  twin: string;
  gender: string;
  sexAtBirth: string;
  life: string;
  age: string;
  born: string;
  died: string;
  affected: string;
  adopted: string;
  carrier: boolean;
  consultand: boolean;
  note: string;
  cancers: { site: string; age: string }[];
  tests: { gene: string; result: string; variant: string; from: string; wholeGene: boolean | null }[];
}
export const NAMES = [
  'id',
  'of',
  'relation',
  'with',
  'twin',
  'gender',
  'sexAtBirth',
  'life',
  'age',
  'born',
  'died',
  'affected',
  'adopted',
  'carrier',
  'consultand',
  'note',
  'cancers',
  'tests',
] as const satisfies readonly (keyof Fields)[];

const text = (value: string | number | null | undefined) =>
  value === null || value === undefined ? '' : `${value}`;

/** What the form begins with: somebody new beside a person, or what is told of somebody. */
export function shownOf(person: RelativeView | null, of: string | null): Fields {
  const told = person?.told;
  return {
    id: person?.id ?? '',
    of: of ?? '',
    relation: '',
    with: '',
    twin: '',
    gender: told?.gender ?? 'unknown',
    sexAtBirth: told?.sexAtBirth ?? '',
    life: told?.life ?? 'alive',
    age: text(told?.age),
    born: text(told?.born),
    died: text(told?.died),
    affected: told?.affected === undefined || told.affected === null ? '' : told.affected ? 'yes' : 'no',
    adopted: told?.adopted ?? '',
    carrier: told?.carrier ?? false,
    consultand: told?.consultand ?? false,
    note: told?.note ?? '',
    cancers: (told?.cancers ?? []).map((one) => ({ site: one.site, age: text(one.age) })),
    tests: (told?.tests ?? []).map((one) => ({
      gene: one.gene,
      result: one.result,
      variant: one.variant ?? '',
      from: one.from ?? '',
      wholeGene: one.wholeGene ?? null,
    })),
  };
}

/** A whole number as typed, in full-width digits too; nothing where nothing is typed, null where it is no number. */
export function whole(typed: string): number | undefined | null {
  const digits = typed.normalize('NFKC').trim();
  if (!digits) return undefined;
  return /^\d{1,4}$/.test(digits) ? Number(digits) : null;
}

/** What is recorded of it. A line of which nothing was typed is none. */
export function said(form: Fields): RelativeForm {
  const number = (name: 'age' | 'born' | 'died') => {
    const value = whole(form[name]);
    return value === undefined || value === null ? {} : { [name]: value };
  };
  const choice = <N extends 'sexAtBirth' | 'life' | 'adopted'>(name: N) =>
    form[name] ? { [name]: form[name] } : {};
  const note = given(form.note);
  return {
    gender: form.gender,
    ...choice('sexAtBirth'),
    ...choice('life'),
    ...number('age'),
    ...number('born'),
    ...number('died'),
    ...choice('adopted'),
    ...(form.affected ? { affected: form.affected === 'yes' } : {}),
    carrier: form.carrier,
    consultand: form.consultand,
    ...(note ? { note } : {}),
    cancers: form.cancers
      .filter((one) => one.site.trim() || one.age.trim())
      .map((one) => {
        const age = whole(one.age);
        return { site: one.site, ...(typeof age === 'number' ? { age } : {}) };
      }),
    tests: form.tests
      .filter((one) => one.gene.trim() || one.variant.trim())
      .map((one) => ({
        gene: one.gene,
        result: one.result,
        ...(one.variant.trim() ? { variant: one.variant } : {}),
        ...(one.from ? { from: one.from } : {}),
        ...(one.wholeGene === null ? {} : { wholeGene: one.wholeGene }),
      })),
  } as RelativeForm;
}

export function relationOf(form: Fields): RelativeTie {
  const child = form.relation === 'child' && form.with;
  const twin = form.relation === 'sibling' && form.twin;
  return {
    relation: form.relation as Relation,
    of: form.of,
    ...(child ? { with: form.with } : {}),
    ...(twin ? { twin: form.twin as NonNullable<RelativeTie['twin']> } : {}),
  };
}
