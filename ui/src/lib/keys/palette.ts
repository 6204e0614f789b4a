/** Something that can be found and done from anywhere. */
export interface Entry {
  id: string;
  group: 'part' | 'finding' | 'act' | 'case' | 'drug' | 'trial' | 'document' | 'setting';
  text: string;
  /** Beside the text: a key, or in what it was found. */
  more?: string;
  run: () => void;
}

const MOST = 40;

/** Entries that hold every word typed, best beginnings first. */
export function find(entries: readonly Entry[], typed: string): Entry[] {
  const words = typed.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return entries.slice(0, MOST);
  const found: { entry: Entry; begins: boolean }[] = [];
  for (const entry of entries) {
    const text = `${entry.text} ${entry.more ?? ''}`.toLowerCase();
    if (words.every((word) => text.includes(word))) found.push({ entry, begins: text.startsWith(words[0]!) });
  }
  return found
    .sort((a, b) => Number(b.begins) - Number(a.begins))
    .slice(0, MOST)
    .map((one) => one.entry);
}
