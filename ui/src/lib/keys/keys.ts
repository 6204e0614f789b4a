/** What a key press means. A press that belongs to an IME conversion means nothing here. */
export function chord(event: KeyboardEvent): string | null {
  // 229 is what engines report for keys taken by the IME, some of them without isComposing.
  if (event.isComposing || event.keyCode === 229 || event.key === 'Process') return null;
  if (event.key === 'Control' || event.key === 'Shift' || event.key === 'Alt' || event.key === 'Meta')
    return null;
  const control = event.ctrlKey || event.metaKey;
  if (event.altKey && !control) return `Alt+${event.key}`;
  const key = event.key.length === 1 ? (control ? event.key.toLowerCase() : event.key) : event.key;
  // With Shift an arrow takes along what it passes, and Space goes back; of letters the capital says it already.
  if (event.shiftKey && !control && (key.startsWith('Arrow') || key === ' ')) return `Shift+${key}`;
  return control ? `Ctrl+${key}` : key;
}

/** Whether letters typed here are meant as text. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type);
}

export type KeyMap = Record<string, (event: KeyboardEvent) => void>;

/** Carries out the act of a press, if there is one. Letters typed into a field stay letters; chords with Ctrl,
 *  Escape and F1 work there too. */
export function press(event: KeyboardEvent, map: KeyMap): boolean {
  const name = chord(event);
  if (name === null) return false;
  // That Ctrl+A selects the page's text is prevented before anybody hears of it (`App.svelte`).
  if (event.defaultPrevented && name !== 'Ctrl+a') return false;
  const act = map[name];
  if (!act) return false;
  const everywhere = name.startsWith('Ctrl+') || name === 'Escape' || /^F\d+$/u.test(name);
  if (takesText(event.target) && !everywhere) return false;
  // Enter and Space on a button press the button.
  if ((name === 'Enter' || name === ' ') && event.target instanceof HTMLElement) {
    if (event.target.closest('button, a, summary, input, label')) return false;
  }
  // Undo inside a field is the field's own, and so is all of its text.
  if ((name === 'Ctrl+z' || name === 'Ctrl+a') && takesText(event.target)) return false;
  event.preventDefault();
  act(event);
  return true;
}
