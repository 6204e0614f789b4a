export type Theme = 'light' | 'dark' | 'system';
export type Size = 'normal' | 'projector';

/** The steps of enlargement, in percent. */
export const ZOOMS: readonly number[] = [80, 90, 100, 110, 125, 150, 175, 200];

/** How the window looks: kept with the window, as it belongs to the screen and not to a case. */
export class Look {
  theme = $state<Theme>('system');
  #size = $state<Size>('normal');
  /** A size for a while, which is not kept. */
  #lent = $state<Size | null>(null);
  #systemDark = $state(false);
  #zoom = $state(100);

  constructor(store: Storage | null = safeStorage(), dark: MediaQueryList | null = darkQuery()) {
    const theme = store?.getItem('theme');
    if (theme === 'light' || theme === 'dark') this.theme = theme;
    if (store?.getItem('size') === 'projector') this.#size = 'projector';
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
    return this.#lent ?? this.#size;
  }
  /** Shows another size until it is given back. */
  lend(size: Size | null): void {
    this.#lent = size;
  }
  setSize(size: Size): void {
    this.#lent = null;
    this.#size = size;
    this.#store?.setItem('size', size);
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
