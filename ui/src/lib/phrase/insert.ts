import { blanks } from './blanks';

type Control = HTMLInputElement | HTMLTextAreaElement;

/** What is put in at a place of a text: on one line where the field has one, and with a space between English words. */
export function fitted(words: string, before: string, language: string, oneLine: boolean): string {
  const fit = oneLine ? words.replace(/\s*\n\s*/gu, ' ') : words;
  return language === 'en' && /[^\s(“"'〔]$/u.test(before) ? ` ${fit}` : fit;
}

/** Puts words in behind what is written or selected, so that nothing is replaced, as if they had been typed: the
 *  field's own undo takes them out again. What is to be filled in first is then selected. */
export function insert(control: Control, words: string, language: string): void {
  const before = control.value;
  const at = control.selectionEnd ?? before.length;
  const fit = fitted(words, before.slice(0, at), language, control instanceof HTMLInputElement);
  const after = before.slice(0, at) + fit + before.slice(at);
  control.focus();
  control.setSelectionRange(at, at);
  // The only way into the undo of a field. Engines without it take the words all the same.
  const typed = typeof document.execCommand === 'function' && document.execCommand('insertText', false, fit);
  if (!typed || control.value !== after) {
    control.value = after;
    control.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  const first = blanks(fit)[0];
  const end = at + fit.length;
  control.setSelectionRange(first ? at + first.from : end, first ? at + first.to : end);
  control.scrollIntoView({ block: 'nearest' });
}

/** Takes the last change of the field with the focus back, or makes it again; the window's engine has no key for it.
 *  Answers whether it could. */
export function undone(again: boolean): boolean {
  return typeof document.execCommand === 'function' && document.execCommand(again ? 'redo' : 'undo');
}
