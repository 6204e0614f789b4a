import { Channel, invoke } from '@tauri-apps/api/core';
import { getCurrentWindow } from '@tauri-apps/api/window';
import type { OnTable } from '$lib/projector/on-table';
import type { AnswerOf, ArgsOf, Backend, CommandName, Drop, Reading } from './backend';

/** What the window tells of files dragged onto it, of whoever wants to close it, and of the second window. */
type Told =
  Drop | { kind: 'refused'; why: unknown } | { kind: 'closing' } | { kind: 'projector'; open: boolean };

/** What the window tells this page through one channel, handed on to all who listen. The channel is given when the first
 *  one listens, and once: a page that was loaded anew gives its own. */
class Telling<T> {
  private readonly listeners = new Set<(told: T) => void>();
  private given: Promise<void> | null = null;

  constructor(private readonly command: string) {}

  listen(tell: (told: T) => void, refused: (thrown: unknown) => void): () => void {
    this.listeners.add(tell);
    this.given ??= invoke<void>(this.command, {
      channel: new Channel<T>((told) => this.listeners.forEach((one) => one(told))),
    });
    this.given.catch((thrown: unknown) => {
      this.given = null;
      if (this.listeners.has(tell)) refused(thrown);
    });
    return () => this.listeners.delete(tell);
  }
}

/** The desk behind the window. */
export class TauriBackend implements Backend {
  private readonly window = new Telling<Told>('follow_window');
  private readonly projected = new Telling<OnTable | null>('follow_projector');
  private readonly readings = new Telling<Reading | null>('follow_reading');

  call<N extends CommandName>(name: N, args: ArgsOf<N>): Promise<AnswerOf<N>> {
    return invoke<AnswerOf<N>>(name, { ...args });
  }
  async pickFiles(title: string, extensions?: string[]): Promise<string[] | null> {
    const filters = extensions
      ? [{ name: extensions.map((one) => one.toUpperCase()).join(', '), extensions }]
      : [];
    const chosen = await invoke<string[] | null>('pick_files', { title, filters });
    return chosen && chosen.length > 0 ? chosen : null;
  }
  pickFolder(title: string): Promise<string | null> {
    return invoke('pick_folder', { title });
  }
  pickSave(title: string, name: string): Promise<string | null> {
    const extension = name.split('.').pop() ?? '';
    const filters = [{ name: extension.toUpperCase(), extensions: [extension] }];
    return invoke('pick_save', { title, fileName: name, filters });
  }
  onDrop(tell: (drop: Drop) => void, refused: (thrown: unknown) => void): () => void {
    return this.window.listen((told) => {
      if (told.kind === 'refused') refused(told.why);
      else if (told.kind !== 'closing' && told.kind !== 'projector') tell(told);
    }, refused);
  }
  onClosing(tell: () => void): () => void {
    return this.window.listen(
      (told) => told.kind === 'closing' && tell(),
      // Where nobody can be asked, the window closes at once.
      () => undefined,
    );
  }
  close(): Promise<void> {
    return invoke('close_window');
  }
  stay(): Promise<void> {
    return invoke('stay_open');
  }
  onReading(tell: (reading: Reading | null) => void): () => void {
    // Where a page may not look on, its work goes on without.
    return this.readings.listen(tell, () => undefined);
  }
  openProjector(): Promise<void> {
    return invoke('open_projector');
  }
  closeProjector(): Promise<void> {
    return invoke('close_projector');
  }
  onProjector(tell: (open: boolean) => void): () => void {
    // A page that hears nothing of it takes it for closed.
    return this.window.listen(
      (told) => told.kind === 'projector' && tell(told.open),
      () => tell(false),
    );
  }
  project(onTable: OnTable | null): Promise<void> {
    return invoke('project', { onTable });
  }
  onProjected(tell: (onTable: OnTable | null) => void): () => void {
    return this.projected.listen(tell, () => tell(null));
  }
  stopReading(): Promise<void> {
    return invoke('stop_reading');
  }
  print(): Promise<void> {
    return invoke('print_page');
  }
  openFolder(file: string): Promise<void> {
    return invoke('open_folder', { file });
  }
  ready(): Promise<void> {
    return invoke('ui_ready');
  }
}

/** Whether the page runs inside the window. */
export function insideWindow(): boolean {
  return '__TAURI_INTERNALS__' in window;
}

/** Whether the page is that of the second window, which only shows. */
export function insideProjector(): boolean {
  return insideWindow() && getCurrentWindow().label === 'projector';
}
