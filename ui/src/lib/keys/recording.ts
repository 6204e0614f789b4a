import { tick } from 'svelte';

/** Where a form marks itself and its button, the key that records means the form the hands are in: `data-records` on what
 *  holds the fields, `data-record` on the button. Nothing else is recorded in its place, also where that button is closed. */
export function recordWhereHandsAre(otherwise: () => void): void {
  const form = document.activeElement?.closest('[data-records]');
  if (!form) return otherwise();
  const button = form.querySelector<HTMLButtonElement>('button[data-record]');
  if (button && !button.disabled) button.click();
}

/** After something was refused, the hands go to the first field that is said to be wrong; without one they stay. */
export async function toRefused(form: Element | null | undefined): Promise<void> {
  await tick();
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
