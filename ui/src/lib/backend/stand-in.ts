import type { OnTable } from '$lib/projector/on-table';
import type { AnswerOf, ArgsOf, Backend, CommandName, Drop, Reading } from './backend';

/** What the window does besides asking the desk, where there is no window: dialogs answer what was put here, and what
 *  would be seen is counted. It knows no rule. */
export abstract class StandIn implements Backend {
  /** What the dialogs answer: files chosen (none when it is closed), a folder, where a file is to be saved. */
  picked: string[] | null = null;
  pickedFolder: string | null = null;
  saveIn = '';
  /** How often reading was stopped, and something printed. */
  stopped = 0;
  printed = 0;
  /** Files whose folders were opened. */
  opened: string[] = [];
  /** Says how a reading gets on. */
  read: (reading: Reading | null) => void = () => undefined;
  /** Asks the window to close; how often it closed. */
  closing: () => void = () => undefined;
  closed = 0;
  /** Whether there is a second window; what it was told lies on the table, in order. */
  second = false;
  projected: (OnTable | null)[] = [];
  #tellFirst: (open: boolean) => void = () => undefined;
  #tellSecond: (onTable: OnTable | null) => void = () => undefined;
  /** Lets files fall onto the window. */
  drop: (drop: Drop) => void = () => undefined;

  abstract call<N extends CommandName>(name: N, args: ArgsOf<N>): Promise<AnswerOf<N>>;

  async pickFiles(): Promise<string[] | null> {
    return this.picked;
  }
  async pickFolder(): Promise<string | null> {
    return this.pickedFolder;
  }
  async pickSave(_title: string, name: string): Promise<string | null> {
    return `${this.saveIn}/${name}`;
  }
  onDrop(tell: (drop: Drop) => void): () => void {
    this.drop = tell;
    return () => (this.drop = () => undefined);
  }
  onClosing(tell: () => void): () => void {
    this.closing = tell;
    return () => (this.closing = () => undefined);
  }
  async close(): Promise<void> {
    this.closed += 1;
  }
  async stay(): Promise<void> {}
  onReading(tell: (reading: Reading | null) => void): () => void {
    this.read = tell;
    return () => (this.read = () => undefined);
  }
  async openProjector(): Promise<void> {
    this.second = true;
    this.projected = [];
    this.#tellFirst(true);
  }
  async closeProjector(): Promise<void> {
    this.second = false;
    this.#tellFirst(false);
  }
  onProjector(tell: (open: boolean) => void): () => void {
    this.#tellFirst = tell;
    return () => (this.#tellFirst = () => undefined);
  }
  async project(onTable: OnTable | null): Promise<void> {
    this.projected.push(structuredClone(onTable));
    this.#tellSecond(this.projected.at(-1)!);
  }
  onProjected(tell: (onTable: OnTable | null) => void): () => void {
    this.#tellSecond = tell;
    tell(this.projected.at(-1) ?? null);
    return () => (this.#tellSecond = () => undefined);
  }
  async stopReading(): Promise<void> {
    this.stopped += 1;
  }
  async print(): Promise<void> {
    this.printed += 1;
  }
  async openFolder(file: string): Promise<void> {
    this.opened.push(file);
  }
  async ready(): Promise<void> {}
}
