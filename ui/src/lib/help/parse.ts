/** What stands in a line of the help: plain text, or a name of something that the screens say, a key, or another topic. Names
 *  are looked up where they are shown, so that the help says what the screens say. */
export type Inline =
  | { kind: 'text'; text: string }
  /** A word of the window by its path, `list.intake`. */
  | { kind: 'word'; path: string }
  /** A clinical word by its key, `wish.wants`. */
  | { kind: 'label'; key: string }
  /** A key by its place and act, `case.recommend`. */
  | { kind: 'key'; named: string }
  | { kind: 'topic'; name: string };

export interface Block {
  kind: 'heading' | 'paragraph' | 'step' | 'item';
  inlines: Inline[];
}

/** One topic in one language. */
export interface Topic {
  name: string;
  title: string;
  /** Pages and parts of a case on which it opens first. */
  places: string[];
  picture: string | null;
  blocks: Block[];
}

const KINDS = { t: 'word', w: 'label', k: 'key', topic: 'topic' } as const;

function inlines(text: string): Inline[] {
  return text
    .split(/(\{(?:t|w|k|topic):[^}]+\})/u)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const [, kind, of] = /^\{(t|w|k|topic):([^}]+)\}$/u.exec(piece) ?? [];
      if (!kind || !of) return { kind: 'text', text: piece };
      switch (KINDS[kind as keyof typeof KINDS]) {
        case 'word':
          return { kind: 'word', path: of };
        case 'label':
          return { kind: 'label', key: of };
        case 'key':
          return { kind: 'key', named: of };
        case 'topic':
          return { kind: 'topic', name: of };
      }
    });
}

/** Reads a topic. A line is what its mark says: `#` the title, `@` the places, `&` the picture, `##` a heading, `1.` a step,
 *  `-` an item, and otherwise a paragraph. */
export function topicOf(name: string, text: string): Topic {
  const topic: Topic = { name, title: '', places: [], picture: null, blocks: [] };
  for (const line of text.split('\n').map((line) => line.trim())) {
    const [, mark, rest] = /^(##|#|@|&|\d+\.|-)\s+(.*)$/u.exec(line) ?? [];
    if (line === '') continue;
    if (mark === '#') topic.title = rest!;
    else if (mark === '@') topic.places = rest!.split(/\s+/u);
    else if (mark === '&') topic.picture = rest!;
    else if (mark === '##') topic.blocks.push({ kind: 'heading', inlines: inlines(rest!) });
    else if (mark === '-') topic.blocks.push({ kind: 'item', inlines: inlines(rest!) });
    else if (mark) topic.blocks.push({ kind: 'step', inlines: inlines(rest!) });
    else topic.blocks.push({ kind: 'paragraph', inlines: inlines(line) });
  }
  return topic;
}

/** Blocks put together as they are shown: steps and items that follow on each other are one list. */
export function grouped(blocks: readonly Block[]): { kind: Block['kind']; blocks: Block[] }[] {
  const groups: { kind: Block['kind']; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last?.kind === block.kind && (block.kind === 'step' || block.kind === 'item'))
      last.blocks.push(block);
    else groups.push({ kind: block.kind, blocks: [block] });
  }
  return groups;
}
