import type { Part } from '$lib/case/parts';

/** Something that can be found and done from anywhere. */
export interface Entry {
  id: string;
  group: 'part' | 'finding' | 'act';
  text: string;
  /** Beside the text: a key, a change. */
  more?: string;
  part?: Part;
  run: () => void;
}

/** Entries that hold every word typed, best beginnings first. */
export function find(entries: readonly Entry[], typed: string): Entry[] {
  const words = typed.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return entries.slice(0, 40);
  const text = (entry: Entry) => `${entry.text} ${entry.more ?? ''}`.toLowerCase();
  return entries
    .filter((entry) => words.every((word) => text(entry).includes(word)))
    .sort((a, b) => Number(text(b).startsWith(words[0]!)) - Number(text(a).startsWith(words[0]!)))
    .slice(0, 40);
}
