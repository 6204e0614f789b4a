export type Theme = 'light' | 'dark' | 'system';
export type Size = 'normal' | 'projector';
/** How close together rows stand. */
export type Density = 'normal' | 'tight';

/** The steps of enlargement, in percent. */
export const ZOOMS: readonly number[] = [80, 90, 100, 110, 125, 150, 175, 200];

/** A meeting that is projected, the view for everybody in the room. */
type Borrower = 'meeting' | 'view';

/** How the window looks: kept with the window, as it belongs to the screen and not to a case. */
export class Look {
  theme = $state<Theme>('system');
  #size = $state<Size>('normal');
  #density = $state<Density>('normal');
  /** Who shows everything in the projector's size for a while, which is not kept. */
  #lent = $state.raw<readonly Borrower[]>([]);
  #systemDark = $state(false);
  #zoom = $state(100);

  constructor(store: Storage | null = safeStorage(), dark: MediaQueryList | null = darkQuery()) {
    const theme = store?.getItem('theme');
    if (theme === 'light' || theme === 'dark') this.theme = theme;
    if (store?.getItem('size') === 'projector') this.#size = 'projector';
    if (store?.getItem('density') === 'tight') this.#density = 'tight';
    const zoom = Number(store?.getItem('zoom'));
    if (ZOOMS.includes(zoom)) this.#zoom = zoom;
    this.#systemDark = dark?.matches ?? false;
    dark?.addEventListener('change', (event) => (this.#systemDark = event.matches));
    this.#store = store;
  }
  #store: Storage | null;

  get shown(): 'light' | 'dark' {
    return this.theme === 'system' ? (this.#systemDark ? 'dark' : 'light') : this.theme;
  }
  setTheme(theme: Theme): void {
    this.theme = theme;
    this.#store?.setItem('theme', theme);
  }
  get size(): Size {
    return this.#lent.length > 0 ? 'projector' : this.#size;
  }
  /** Shows everything in the projector's size until it is given back. */
  lend(to: Borrower, on: boolean): void {
    if (this.#lent.includes(to) === on) return;
    this.#lent = [...this.#lent.filter((one) => one !== to), ...(on ? [to] : [])];
  }
  setSize(size: Size): void {
    this.lend('meeting', false);
    this.#size = size;
    this.#store?.setItem('size', size);
  }

  get density(): Density {
    return this.#density;
  }
  setDensity(density: Density): void {
    this.#density = density;
    this.#store?.setItem('density', density);
  }

  /** Pixels of one unit of the grid, as `styles/component.css` makes them. */
  get unit(): number {
    return ((this.size === 'projector' ? 20 : 14) * 4 * this.zoom) / 1400;
  }

  /** How large everything is shown, in percent. */
  get zoom(): number {
    return this.#zoom;
  }
  /** One step larger or smaller. */
  zoomBy(steps: number): void {
    this.#setZoom(ZOOMS[ZOOMS.indexOf(this.#zoom) + steps] ?? this.#zoom);
  }
  unzoom(): void {
    this.#setZoom(100);
  }
  #setZoom(percent: number): void {
    this.#zoom = percent;
    this.#store?.setItem('zoom', String(percent));
  }
}

/** What the window keeps of its own; none where it may keep nothing. */
export function safeStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function darkQuery(): MediaQueryList | null {
  return typeof window.matchMedia === 'function' ? window.matchMedia('(prefers-color-scheme: dark)') : null;
}
