import { describe, expect, it } from 'vitest';
import type { TreatmentForm } from '$lib/bindings/TreatmentForm';
import { along } from './course';

const line = (from: string | null, to: string | null): TreatmentForm => ({
  ...{ line: 1, regimen: 'A', bestResponse: null, endedBecause: null },
  ...{ from, to },
});

describe('lines of treatment along the time', () => {
  it('share one scale from the first day to today', () => {
    const drawn = along([line('2026-01-01', '2026-01-11'), line('2026-01-11', null)], '2026-01-21');
    expect(drawn.map(({ start, width }) => [start, width])).toEqual([
      [0, 50],
      [50, 50],
    ]);
  });
  it('are not drawn where no day is known, nor beyond what was told', () => {
    expect(along([line(null, '2026-01-11')], '2026-01-21')[0]?.width).toBeNull();
    expect(along([line('2026-03-01', null)], '2026-01-21')[0]?.width, 'a day to come').toBeNull();
    expect(along([], '2026-01-21')).toEqual([]);
  });
});
