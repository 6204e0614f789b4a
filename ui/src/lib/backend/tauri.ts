import { invoke } from '@tauri-apps/api/core';
import type { AnswerOf, ArgsOf, Backend, CommandName, Drop, Reading } from './backend';

/** The desk behind the window. */
export class TauriBackend implements Backend {
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
    let heard = true;
    const listen = async () => {
      while (heard) {
        try {
          const drop = await invoke<Drop>('next_drop');
          if (heard) tell(drop);
        } catch (thrown) {
          if (heard) refused(thrown);
          // A file name that cannot be read is said; where asking itself is refused, asking again would not end.
          if ((thrown as { code?: unknown } | null)?.code !== 'file') return;
        }
      }
    };
    void listen();
    return () => (heard = false);
  }
  reading(): Promise<Reading | null> {
    return invoke('reading');
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
