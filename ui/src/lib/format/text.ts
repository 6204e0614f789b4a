/** How text from files and people is shown. Nothing here changes what is stored. */

/** Ideographic variation selectors show as boxes in the window's engine; they are left out of the picture only. */
export function display(text: string): string {
  return text.replace(/[\u{E0100}-\u{E01EF}]/gu, '');
}

/** Pieces of an HGVS text between which a line may break: after `.`, `_`, `>`, `;`, `:` and `/`. */
export function pieces(text: string): string[] {
  return display(text).split(/(?<=[._>;:/])/u);
}

/** Text of a field as sent: trimmed, or left out when empty. */
export function given(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** Entries of a field that takes several: by line, and by comma or 読点 where a line alone is too coarse. */
export function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

export function entries(text: string): string[] {
  return text
    .split(/[\n,、，;；]/u)
    .map((entry) => entry.trim())
    .filter(Boolean);
}

/** The first letters of a hash, enough to compare by eye. */
export function short(hash: string): string {
  return hash.slice(0, 12);
}

/** A name of the clinic in the pieces between which a line may break: after a particle, before a bracket and before the
 *  last part of a long compound, never within a word. */
export function phrases(text: string): string[] {
  return text.split(/(?<=[のにがはをい])(?=\p{Script=Han})|(?=[（(])|(?<=\p{Script=Katakana})(?=レベル)/u);
}
