import type { TreatmentForm } from '$lib/bindings/TreatmentForm';

/** A line of treatment with its place along the time from the first day to today, in percent; no width where it has no
 *  day to begin at. */
export interface Along {
  treatment: TreatmentForm;
  start: number;
  width: number | null;
}

/** Puts treatments along the time. One without a last day goes on until today. */
export function along(treatments: readonly TreatmentForm[], today: string): Along[] {
  const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
  const firsts = treatments.flatMap((one) => (one.from ? [at(one.from)] : []));
  const lasts = treatments.map((one) => at(one.to ?? today));
  const begin = Math.min(...firsts);
  const whole = Math.max(at(today), ...lasts) - begin;
  return treatments.map((treatment) => {
    if (!treatment.from || !Number.isFinite(begin) || whole <= 0) return { treatment, start: 0, width: null };
    const from = at(treatment.from);
    const until = Math.max(from, at(treatment.to ?? today));
    return { treatment, start: ((from - begin) / whole) * 100, width: ((until - from) / whole) * 100 };
  });
}
