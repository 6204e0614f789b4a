import type { CaseView } from '$lib/bindings/CaseView';
import type { Commands } from '$lib/bindings/commands';
import type { OnTable } from '$lib/projector/on-table';

export type CommandName = keyof Commands;
export type ArgsOf<N extends CommandName> = Commands[N]['args'];
export type AnswerOf<N extends CommandName> = Commands[N]['returns'];

/** Commands that change one case and answer with its new view. */
export type CaseChange = {
  [N in CommandName]: ArgsOf<N> extends { caseId: string; expectedVersion: number }
    ? AnswerOf<N> extends CaseView
      ? N
      : never
    : never;
}[CommandName];

/** A refusal, in the language of the session. */
export interface Refusal {
  code: string;
  message: string;
  fields: Record<string, string>;
  /** The message is that of a field, with its name before it as the terminal writes it: the fields' words say it all. */
  ofField?: boolean;
}

/** What happens with files that somebody drags onto the window. */
export type Drop = { kind: 'over' } | { kind: 'left' } | { kind: 'dropped'; paths: string[] };

/** A file being read. `total` is its size, where it is known. */
export interface Reading {
  file: string;
  bytes: number;
  total: number | null;
}

/** All that the window may ask of the world outside it. */
export interface Backend {
  call<N extends CommandName>(name: N, args: ArgsOf<N>): Promise<AnswerOf<N>>;
  /** `extensions` without the dot: what the dialog offers; every file where left out. */
  pickFiles(title: string, extensions?: string[]): Promise<string[] | null>;
  pickFolder(title: string): Promise<string | null>;
  pickSave(title: string, name: string): Promise<string | null>;
  /** Tells of files dragged onto the window until the answer is called. */
  onDrop(tell: (drop: Drop) => void, refused: (thrown: unknown) => void): () => void;
  /** Tells now and then how the reading of a file gets on that this page asked for, and null when it is over, until the
   *  answer is called. */
  onReading(tell: (reading: Reading | null) => void): () => void;
  /** Tells that somebody wants to close the window, until the answer is called. It stays open until [`close`]. */
  onClosing(tell: () => void): () => void;
  /** Closes the window. */
  close(): Promise<void>;
  /** The window stays open after all. */
  stay(): Promise<void>;
  /** Stops the reading under way; nothing of it is kept. */
  stopReading(): Promise<void>;
  /** Opens the print dialog for what the page has made ready for paper. */
  print(): Promise<void>;
  /** Opens the second window, on another screen where there is one. */
  openProjector(): Promise<void>;
  closeProjector(): Promise<void>;
  /** Tells whether the second window is open, when that changes, until the answer is called. */
  onProjector(tell: (open: boolean) => void): () => void;
  /** What lies on the table now, for the second window; null: nothing. */
  project(onTable: OnTable | null): Promise<void>;
  /** In the second window: tells what lies on the table of the first, now and when that changes, until the answer is
   *  called. */
  onProjected(tell: (onTable: OnTable | null) => void): () => void;
  /** Opens the folder of a file that was written since the sign-in; every other file is refused. */
  openFolder(file: string): Promise<void>;
  /** The first picture stands on the screen. */
  ready(): Promise<void>;
}

/** Whatever was thrown, as a refusal. `internal` is said when it holds no words of its own. */
export function asRefusal(thrown: unknown, internal: string): Refusal {
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'message' in thrown) {
    const { code, message } = thrown as { code: unknown; message: unknown };
    const { fields, ofField } = thrown as { fields?: unknown; ofField?: unknown };
    if (typeof code === 'string' && typeof message === 'string') {
      return { code, message, fields: isRecord(fields) ? fields : {}, ofField: ofField === true };
    }
  }
  return { code: 'internal', message: internal, fields: {} };
}

function isRecord(value: unknown): value is Record<string, string> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
