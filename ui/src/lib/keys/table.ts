import type { Words } from '$lib/bindings/speech';
import type { Part } from '$lib/case/parts';
import type { KeyMap } from './keys';
import { chord } from './keys';

/** The sections of the list of keys, in their order there. */
export const SECTIONS = ['everywhere', 'list', 'meeting', 'parts', 'ways', 'review', 'projector'] as const;
export type Section = (typeof SECTIONS)[number];

/** A key and what it does. */
export interface Key {
  /** The presses that mean it, as `chord` names them. */
  chords: readonly string[];
  /** As the screen writes it. */
  shown: string;
  words: (t: Words) => string;
  /** The sections that list it, under these or other words. */
  listed: readonly Section[];
  /** In the bottom line, where that is written otherwise. */
  line?: { shown?: string; words?: (t: Words) => string };
}

const down: Key = {
  chords: ['j', 'ArrowDown'],
  shown: 'j ↓',
  words: (t) => t.keys.down,
  listed: ['list', 'review'],
  line: { shown: 'j k', words: (t) => t.join.dots([t.keys.down, t.keys.up]) },
};
const up: Key = {
  chords: ['k', 'ArrowUp'],
  shown: 'k ↑',
  words: (t) => t.keys.up,
  listed: ['list', 'review'],
};
const first: Key = {
  chords: ['Home'],
  shown: 'Home',
  words: (t) => t.keys.first,
  listed: ['list', 'review'],
};
const last: Key = {
  chords: ['End', 'G'],
  shown: 'End G',
  words: (t) => t.keys.last,
  listed: ['list', 'review'],
};
const open: Key = {
  chords: ['Enter'],
  shown: 'Enter',
  words: (t) => t.keys.open,
  listed: ['list', 'review'],
};
const find: Key = {
  chords: ['/'],
  shown: '/',
  words: (t) => t.keys.filter,
  listed: ['everywhere'],
};
const leave: Key = {
  chords: ['Escape'],
  shown: 'Esc',
  words: (t) => t.keys.leave,
  listed: ['everywhere'],
};
const save: Key = {
  chords: ['Ctrl+s'],
  shown: 'Ctrl+S',
  words: (t) => t.keys.save,
  listed: ['everywhere'],
};

/** The way to a part of the case: a letter that is shown beside its name, and that means nothing else there. */
const part = (letter: string, name: Part): Key => ({
  chords: [letter],
  shown: letter,
  words: (t) => t.parts[name],
  listed: ['parts'],
});

/** Every key by the place where it holds. Handlers, the list of keys, the bottom line and what stands on buttons are
 *  all read from here; a place that does not answer one of its keys does not compile. */
export const KEYS = {
  everywhere: {
    palette: {
      chords: ['Ctrl+k'],
      shown: 'Ctrl+K',
      words: (t) => t.keys.paletteKey,
      listed: ['everywhere'],
      line: { words: (t) => t.app.palette },
    },
    help: {
      chords: ['?'],
      shown: '?',
      words: (t) => t.keys.help,
      listed: ['everywhere'],
      line: { words: (t) => t.app.keys },
    },
    manual: {
      chords: ['F1'],
      shown: 'F1',
      words: (t) => t.keys.manual,
      listed: ['everywhere'],
    },
    larger: {
      chords: ['Ctrl++', 'Ctrl+=', 'Ctrl+;'],
      shown: 'Ctrl+＋',
      words: (t) => t.keys.larger,
      listed: ['everywhere'],
    },
    smaller: {
      chords: ['Ctrl+-'],
      shown: 'Ctrl+−',
      words: (t) => t.keys.smaller,
      listed: ['everywhere'],
    },
    toList: {
      chords: ['Alt+Home'],
      shown: 'Alt+Home',
      words: (t) => t.keys.toList,
      listed: ['everywhere'],
    },
    plainSize: {
      chords: ['Ctrl+0'],
      shown: 'Ctrl+0',
      words: (t) => t.keys.plainSize,
      listed: ['everywhere'],
    },
  },
  /** A dialog that records. What cannot be taken back is asked for by the dialog itself (`shared/Dialog.svelte`). */
  dialog: {
    save,
    final: {
      chords: ['Ctrl+Enter'],
      shown: 'Ctrl+Enter',
      words: (t) => t.keys.final,
      listed: ['everywhere'],
    },
  },
  /** A field for free text. */
  field: {
    phrase: { chords: ['Ctrl+i'], shown: 'Ctrl+I', words: (t) => t.keys.phraseKey, listed: ['everywhere'] },
  },
  /** The tour, from anywhere but a field. */
  tour: {
    next: {
      chords: ['Alt+ArrowRight'],
      shown: 'Alt →',
      words: (t) => t.keys.tourNext,
      listed: ['everywhere'],
    },
    back: {
      chords: ['Alt+ArrowLeft'],
      shown: 'Alt ←',
      words: (t) => t.keys.tourBack,
      listed: ['everywhere'],
    },
  },
  /** The panel of the tour, while the hands are on it. */
  tourPanel: {
    forward: {
      chords: ['ArrowRight'],
      shown: 'Alt →',
      words: (t) => t.keys.tourNext,
      listed: ['everywhere'],
    },
    backward: {
      chords: ['ArrowLeft'],
      shown: 'Alt ←',
      words: (t) => t.keys.tourBack,
      listed: ['everywhere'],
    },
    leave,
  },
  /** What is unfolded above the case at a meeting. */
  drawer: { save, leave },
  settings: { leave: { ...leave, line: { words: (t) => t.app.back } } },
  list: {
    down,
    up,
    first,
    last,
    open,
    find,
    intake: { chords: ['n'], shown: 'n', words: (t) => t.list.intake, listed: ['list'] },
    print: { chords: ['p'], shown: 'p', words: (t) => t.keys.print, listed: ['list'] },
    explain: { chords: ['E'], shown: 'Shift+e', words: (t) => t.keys.explain, listed: ['list'] },
    news: { chords: ['w'], shown: 'w', words: (t) => t.news.title, listed: ['list'] },
    due: { chords: ['t'], shown: 't', words: (t) => t.due.title, listed: ['list'] },
    leave,
  },
  /** What became known since cases were weighed. */
  news: { down, up, first, last, open, leave },
  /** What is due for whom. */
  due: { down, up, first, last, open, leave },
  meetings: {
    down,
    up,
    first,
    last,
    open,
    plan: { chords: ['n'], shown: 'n', words: (t) => t.meetings.plan, listed: ['meeting'] },
    leave,
  },
  /** One meeting, before and after it. */
  plan: {
    begin: { chords: ['p'], shown: 'p', words: (t) => t.meetings.begin, listed: ['meeting'] },
    find: { ...find, line: { words: (t) => t.meetings.addCase } },
    save: { ...save, line: { words: (t) => t.meetings.save } },
    leave: { ...leave, line: { words: (t) => t.meetings.title } },
  },
  /** A row of the agenda. */
  agenda: {
    down: { ...down, listed: ['list'] },
    up: { ...up, listed: ['list'] },
    later: {
      chords: ['Alt+ArrowDown', 'Alt+j'],
      shown: 'Alt+↑ ↓',
      words: (t) => t.meetings.order,
      listed: ['meeting'],
    },
    earlier: {
      chords: ['Alt+ArrowUp', 'Alt+k'],
      shown: 'Alt+↑ ↓',
      words: (t) => t.meetings.order,
      listed: ['meeting'],
    },
    takeOff: { chords: ['Delete'], shown: 'Del', words: (t) => t.meetings.takeOff, listed: ['meeting'] },
  },
  /** The meeting above the case that is on the table. */
  meeting: {
    next: {
      chords: ['Ctrl+PageDown'],
      shown: 'Ctrl+PgDn',
      words: (t) => t.meetings.next,
      listed: ['meeting'],
    },
    previous: {
      chords: ['Ctrl+PageUp'],
      shown: 'Ctrl+PgUp',
      words: (t) => t.meetings.previous,
      listed: ['meeting'],
    },
    done: { chords: ['Ctrl+Enter'], shown: 'Ctrl+Enter', words: (t) => t.meetings.done, listed: ['meeting'] },
    pause: { chords: ['B'], shown: 'Shift+b', words: (t) => t.meetings.pauseOrGoOn, listed: ['meeting'] },
    attendance: { chords: ['a'], shown: 'a', words: (t) => t.meetings.attendance, listed: ['meeting'] },
    minutes: { chords: ['m'], shown: 'm', words: (t) => t.meetings.minutes, listed: ['meeting'] },
    stated: { chords: ['s'], shown: 's', words: (t) => t.meetings.stated, listed: ['meeting'] },
  },
  /** The parts that hold findings, whether there are any or not. */
  findings: {
    find,
    conditions: {
      chords: ['Ctrl+f'],
      shown: 'Ctrl+F',
      words: (t) => t.facets.title,
      listed: ['review'],
    },
  },
  /** The finding under discussion. */
  finding: {
    down,
    up,
    first,
    last,
    open,
    class: {
      chords: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
      shown: '1–9',
      words: (t) => t.keys.class,
      listed: ['review'],
      line: { words: (t) => t.verdict.class },
    },
    defer: { chords: ['0'], shown: '0', words: (t) => t.verdict.defer, listed: ['review'] },
    verdict: { chords: ['v'], shown: 'v', words: (t) => t.keys.verdict, listed: ['review'] },
    save: { ...save, words: (t) => t.verdict.save, listed: ['review'] },
    undo: { chords: ['Ctrl+z'], shown: 'Ctrl+Z', words: (t) => t.keys.undo, listed: ['review'] },
    mark: { chords: ['x', ' '], shown: 'x', words: (t) => t.keys.mark, listed: ['review'] },
    markDown: {
      chords: ['J', 'Shift+ArrowDown'],
      shown: 'Shift+j Shift+k',
      words: (t) => t.keys.extend,
      listed: ['review'],
    },
    markUp: {
      chords: ['K', 'Shift+ArrowUp'],
      shown: 'Shift+j Shift+k',
      words: (t) => t.keys.extend,
      listed: ['review'],
    },
    markAll: { chords: ['Ctrl+a'], shown: 'Ctrl+A', words: (t) => t.keys.selectAll, listed: ['review'] },
    markOpen: { chords: ['X'], shown: 'Shift+x', words: (t) => t.keys.unjudged, listed: ['review'] },
    opinion: { chords: ['o'], shown: 'o', words: (t) => t.keys.opinion, listed: ['review'] },
    comment: { chords: ['c'], shown: 'c', words: (t) => t.keys.comment, listed: ['review'] },
    germline: { chords: ['g'], shown: 'g', words: (t) => t.keys.germline, listed: ['review'] },
    evidence: { chords: ['e'], shown: 'e', words: (t) => t.keys.evidence, listed: ['review'] },
    nextSection: { chords: [']'], shown: '[ ]', words: (t) => t.keys.section, listed: ['review'] },
    previousSection: { chords: ['['], shown: '[ ]', words: (t) => t.keys.section, listed: ['review'] },
  },
  /** Every part of a case. */
  case: {
    recommend: { chords: ['r'], shown: 'r', words: (t) => t.keys.recommend, listed: ['review'] },
    trial: { chords: ['t'], shown: 't', words: (t) => t.keys.trial, listed: ['review'] },
    nextPart: {
      chords: ['Alt+ArrowDown'],
      shown: 'Alt+↑ ↓',
      words: (t) => t.keys.part,
      listed: ['review'],
      line: { shown: 'Alt+↑↓' },
    },
    previousPart: {
      chords: ['Alt+ArrowUp'],
      shown: 'Alt+↑ ↓',
      words: (t) => t.keys.part,
      listed: ['review'],
    },
    project: { chords: ['P'], shown: 'Shift+p', words: (t) => t.projector.open, listed: ['projector'] },
    second: { chords: ['Alt+p'], shown: 'Alt+p', words: (t) => t.projector.second, listed: ['projector'] },
    save,
    leave,
  },
  /** The case shown for everybody in the room; what else is done there has the keys of the finding. */
  projector: {
    pageDown: {
      chords: [' ', 'PageDown'],
      shown: 'Space PgDn',
      words: (t) => t.projector.pageDown,
      listed: ['projector'],
    },
    pageUp: {
      chords: ['Shift+ ', 'PageUp'],
      shown: 'Shift+Space PgUp',
      words: (t) => t.projector.pageUp,
      listed: ['projector'],
    },
    start: { chords: ['Home'], shown: 'Home', words: (t) => t.projector.start, listed: ['projector'] },
    end: { chords: ['End'], shown: 'End', words: (t) => t.projector.end, listed: ['projector'] },
    leave: { ...leave, words: (t) => t.projector.leave, listed: ['projector'] },
  },
  /** The parts of a case, by letters that nothing else at a case means. */
  parts: {
    overview: part('w', 'overview'),
    shortVariant: part('n', 'shortVariant'),
    copyNumber: part('y', 'copyNumber'),
    rearrangement: part('f', 'rearrangement'),
    biomarker: part('i', 'biomarker'),
    other: part('z', 'other'),
    germline: part('l', 'germline'),
    treatment: part('b', 'treatment'),
    agreement: part('u', 'agreement'),
    meeting: part('q', 'meeting'),
    documents: part('d', 'documents'),
    history: part('h', 'history'),
  } satisfies Record<Part, Key>,
  /** Straight to what is done at the end of a case, from any part of it. */
  ways: {
    print: { chords: ['p'], shown: 'p', words: (t) => t.keys.print, listed: ['ways'] },
    explain: { chords: ['E'], shown: 'Shift+e', words: (t) => t.keys.explain, listed: ['ways'] },
    summary: { chords: ['Q'], shown: 'Shift+q', words: (t) => t.keys.summary, listed: ['ways'] },
    sign: { chords: ['D'], shown: 'Shift+d', words: (t) => t.keys.sign, listed: ['ways'] },
    finalise: { chords: ['F'], shown: 'Shift+f', words: (t) => t.keys.finalise, listed: ['ways'] },
  },
} as const satisfies Record<string, Record<string, Key>>;

export type Place = keyof typeof KEYS;
export type Act<P extends Place> = keyof (typeof KEYS)[P] & string;

/** What a place does for each of its keys; all of them. */
export type Handlers<P extends Place> = Record<Act<P>, (event: KeyboardEvent) => void>;

const all = KEYS as Record<Place, Record<string, Key>>;

/** The handlers of a place by the presses that mean them, for `press`. */
export function at<P extends Place>(place: P, handlers: Handlers<P>): KeyMap {
  return Object.fromEntries(
    Object.entries(all[place]).flatMap(([act, key]) =>
      key.chords.map((one) => [one, handlers[act as Act<P>]] as const),
    ),
  );
}

/** The act that a press means at a place, for what asks more than `press` does. */
export function meant<P extends Place>(place: P, event: KeyboardEvent): Act<P> | null {
  const name = chord(event);
  const found = Object.entries(all[place]).find(([, key]) => name !== null && key.chords.includes(name));
  return found ? (found[0] as Act<P>) : null;
}

/** What stands on a button that does the same as the key. */
export function shown<P extends Place>(place: P, act: Act<P>): string {
  return all[place][act]!.shown;
}

export type Named = { [P in Place]: `${P}.${Act<P>}` }[Place];

/** A key named `place.act`, as the screen writes it; nothing where there is none. */
export function keyNamed(named: string): string | null {
  const [place, act] = named.split('.') as [Place, string];
  return all[place]?.[act]?.shown ?? null;
}

/** What a key named `place.act` does, in words. */
export function wordsNamed(named: Named, t: Words): string {
  const [place, act] = named.split('.') as [Place, string];
  return all[place][act]!.words(t);
}

/** What the bottom line names at each page, in its order. */
const LINES = {
  settings: ['settings.leave'],
  list: ['list.down', 'list.open', 'list.find', 'everywhere.palette', 'everywhere.help'],
  meetings: ['meetings.down', 'meetings.open', 'meetings.plan', 'everywhere.help'],
  due: ['due.down', 'due.open', 'everywhere.toList', 'everywhere.help'],
  news: ['news.down', 'news.open', 'everywhere.toList', 'everywhere.help'],
  plan: ['plan.begin', 'plan.find', 'plan.save', 'plan.leave', 'everywhere.help'],
  case: ['case.recommend', 'case.trial', 'case.nextPart', 'everywhere.help'],
  findings: [
    'finding.down',
    'finding.class',
    'finding.save',
    'finding.opinion',
    'case.recommend',
    'everywhere.help',
  ],
} as const satisfies Record<string, readonly Named[]>;

export type Line = keyof typeof LINES;

/** The keys of a page's bottom line, as written, with what they do. */
export function line(page: Line, t: Words): (readonly [string, string])[] {
  return LINES[page].map((named) => {
    const [place, act] = named.split('.') as [Place, string];
    const key = all[place][act]!;
    return [key.line?.shown ?? key.shown, (key.line?.words ?? key.words)(t)] as const;
  });
}

/** The keys that a section of the list names, each once. */
export function listed(section: Section, t: Words): (readonly [string, string])[] {
  const found = new Map<string, string>();
  for (const keys of Object.values(all))
    for (const key of Object.values(keys))
      if (key.listed.includes(section) && !found.has(key.shown)) found.set(key.shown, key.words(t));
  return [...found];
}
