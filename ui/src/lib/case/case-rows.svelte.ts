import type { CaseView } from '$lib/bindings/CaseView';
import type { FindingRow } from '$lib/bindings/FindingRow';
import { hasConditions, meets, type Conditions } from '$lib/finding/facets';
import { matches, ordered, type Order } from '$lib/finding/order';
import { findingsOf, isFindingPart, type Part } from './parts';

/** What the rows are made of. */
interface Source {
  readonly view: CaseView | null;
  readonly part: Part;
  readonly filter: string;
}

/** The findings of the part in sight, in their standing order, and where each of them stands. It does not know which
 *  one is under discussion: moving the discussion works out nothing here anew, however many findings there are. */
export class CaseRows {
  #ids = $state.raw<readonly string[]>([]);
  /** Those that did not meet the conditions when these were made: what is judged since does not go from under the hands. */
  #outside = $state.raw<ReadonlySet<string>>(new Set());
  readonly #byId = $derived.by(() => byId(this.source.view?.findings ?? []));
  readonly #ofPart = $derived.by(() => {
    const { view, part } = this.source;
    return view && isFindingPart(part) ? findingsOf(view, part) : [];
  });
  readonly #standing = $derived.by(() => {
    const here = byId(this.#ofPart);
    const standing = this.#ids.flatMap((id) => here.get(id) ?? []);
    if (standing.length === here.size) return standing;
    // What came after the order was made stands last.
    for (const row of standing) here.delete(row.findingId);
    return [...standing, ...here.values()];
  });
  /** Those that the filter lets through, whatever the conditions. */
  readonly worded: readonly FindingRow[] = $derived.by(() => {
    const filter = this.source.filter.trim();
    return filter ? this.#standing.filter((row) => matches(row, filter)) : this.#standing;
  });
  /** Those that meet the conditions too. */
  readonly all: readonly FindingRow[] = $derived.by(() => {
    const outside = this.#outside;
    return outside.size > 0 ? this.worded.filter((row) => !outside.has(row.findingId)) : this.worded;
  });
  readonly #places = $derived.by(() => new Map(this.all.map((row, place) => [row.findingId, place])));

  constructor(private readonly source: Source) {}

  /** A finding of the case, in whichever part it stands. */
  find(findingId: string | null): FindingRow | null {
    return findingId === null ? null : (this.#byId.get(findingId) ?? null);
  }

  /** Where a finding stands in the table; -1 where it does not. */
  placeOf(findingId: string | null): number {
    return findingId === null ? -1 : (this.#places.get(findingId) ?? -1);
  }

  get sorted(): boolean {
    return this.#ids.length > 0;
  }

  /** Shows what meets the conditions as it stands now. */
  narrow(conditions: Conditions): void {
    const met = meets(conditions);
    const outside = hasConditions(conditions) ? this.#ofPart.filter((row) => !met(row)) : [];
    this.#outside = new Set(outside.map((row) => row.findingId));
  }

  /** Makes the order anew. */
  sort(order: Order): void {
    this.#ids = ordered(this.#ofPart, order);
  }
}

function byId(rows: readonly FindingRow[]): Map<string, FindingRow> {
  return new Map(rows.map((row) => [row.findingId, row]));
}
