import { invoke } from '@tauri-apps/api/core';
import type { AnswerOf, ArgsOf, Backend, CommandName } from './backend';

/** The desk behind the window. */
export class TauriBackend implements Backend {
  call<N extends CommandName>(name: N, args: ArgsOf<N>): Promise<AnswerOf<N>> {
    return invoke<AnswerOf<N>>(name, { ...args });
  }
  async pickFiles(title: string): Promise<string[] | null> {
    const chosen = await invoke<string[] | null>('pick_files', { title });
    return chosen && chosen.length > 0 ? chosen : null;
  }
  pickFolder(title: string): Promise<string | null> {
    return invoke('pick_folder', { title });
  }
  pickSave(title: string, name: string): Promise<string | null> {
    return invoke('pick_save', { title, fileName: name, filters: [{ name: 'PDF', extensions: ['pdf'] }] });
  }
  ready(): Promise<void> {
    return invoke('ui_ready');
  }
}

/** Whether the page runs inside the window. */
export function insideWindow(): boolean {
  return '__TAURI_INTERNALS__' in window;
}
