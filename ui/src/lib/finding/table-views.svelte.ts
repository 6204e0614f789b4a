import { FINDING_PARTS, type FindingPart } from '$lib/case/parts';
import type { ColumnName } from './columns';
import { FACETS, type Conditions } from './facets';
import { ORDERS, type Order } from './order';

/** How a table is looked at, under a name: conditions, words, order, and the columns that are put away. */
export interface TableView {
  name: string;
  conditions: Conditions;
  filter: string;
  order: Order;
  hidden: readonly ColumnName[];
}

const KEY = 'finding-table';
const MOST = 40;

/** Columns put away and views saved: kept with the window, as its theme is. They hold what is asked of findings and nothing
 *  of a patient. */
export class TableViews {
  #hidden = $state.raw<Partial<Record<FindingPart, readonly ColumnName[]>>>({});
  #views = $state.raw<readonly TableView[]>([]);
  readonly #store: Storage | null;

  constructor(store: Storage | null) {
    this.#store = store;
    const kept = read(store?.getItem(KEY) ?? null);
    this.#hidden = kept.hidden;
    this.#views = kept.views;
  }

  /** Columns that a part's table leaves out. */
  hidden(part: FindingPart): readonly ColumnName[] {
    return this.#hidden[part] ?? [];
  }
  hide(part: FindingPart, columns: readonly ColumnName[]): void {
    this.#hidden = { ...this.#hidden, [part]: [...columns] };
    this.#keep();
  }

  get all(): readonly TableView[] {
    return this.#views;
  }
  /** Under a name that stands already it takes that one's place. */
  save(view: TableView): void {
    const others = this.#views.filter((one) => one.name !== view.name);
    this.#views = [...others, view].slice(-MOST);
    this.#keep();
  }
  forget(name: string): void {
    this.#views = this.#views.filter((one) => one.name !== name);
    this.#keep();
  }

  #keep(): void {
    this.#store?.setItem(KEY, JSON.stringify({ hidden: this.#hidden, views: this.#views }));
  }
}

interface Kept {
  hidden: Partial<Record<FindingPart, readonly ColumnName[]>>;
  views: readonly TableView[];
}

/** What was kept, as far as it is of the expected shape: another program's state closes no table. */
function read(text: string | null): Kept {
  const kept: Kept = { hidden: {}, views: [] };
  let told: unknown;
  try {
    told = JSON.parse(text ?? 'null');
  } catch {
    return kept;
  }
  if (!isRecord(told)) return kept;
  const hidden = isRecord(told['hidden']) ? told['hidden'] : {};
  for (const part of FINDING_PARTS) {
    const names = hidden[part];
    if (areTexts(names)) kept.hidden[part] = names as readonly ColumnName[];
  }
  const views = Array.isArray(told['views']) ? told['views'] : [];
  return { ...kept, views: views.filter(isView) };
}

function isView(told: unknown): told is TableView {
  if (!isRecord(told) || !isRecord(told['conditions'])) return false;
  const { vafFrom, vafTo, chosen } = told['conditions'];
  return (
    typeof told['name'] === 'string' &&
    typeof told['filter'] === 'string' &&
    (ORDERS as readonly unknown[]).includes(told['order']) &&
    areTexts(told['hidden']) &&
    typeof vafFrom === 'string' &&
    typeof vafTo === 'string' &&
    isRecord(chosen) &&
    Object.entries(chosen).every(
      ([facet, values]) => (FACETS as readonly string[]).includes(facet) && areTexts(values),
    )
  );
}

function isRecord(told: unknown): told is Record<string, unknown> {
  return typeof told === 'object' && told !== null && !Array.isArray(told);
}
function areTexts(told: unknown): told is string[] {
  return Array.isArray(told) && told.every((one) => typeof one === 'string');
}
