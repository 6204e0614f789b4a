import { fireEvent } from '@testing-library/svelte';

/** Chooses an entry of a menu. jsdom finds no chosen entry by its selector, so that the menu is told which it is. */
export async function choose(menu: Element, value: string): Promise<void> {
  const entry = [...(menu as HTMLSelectElement).options].find((one) => one.value === value);
  if (!entry) throw new Error(`the menu has no ${value}`);
  entry.selected = true;
  menu.querySelector = () => entry as never;
  await fireEvent.change(menu);
}
