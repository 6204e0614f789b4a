import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Refusal } from '../backend';

/** A store that a desk can begin with; `tests/pipe/stores.rs` says what is in each. */
export type StoreName =
  | 'none'
  | 'members'
  | 'practice'
  | 'ready'
  | 'finalised'
  | 'many'
  | 'doubt'
  | 'annotated'
  | 'settled'
  | 'anew';

/** One line of the pipe, as `tests/pipe/main.rs` reads it. */
export type Asked = { begin: StoreName; as?: string } | { name: string; args: unknown } | { pass: number };

/** Where the program is: beside what was built last, unless the environment says otherwise. */
export function program(): string {
  const ending = process.platform === 'win32' ? '.exe' : '';
  const path =
    process.env['ENTAKU_DESK_PIPE'] ?? resolve('..', 'target', 'debug', `entaku-desk-pipe${ending}`);
  if (!existsSync(path))
    throw new Error(
      `The desk at the end of a pipe is not built: ${path} is missing. ` +
        'Build it with `cargo build -p entaku-tests --bin entaku-desk-pipe`, ' +
        'or name another place in ENTAKU_DESK_PIPE.',
    );
  return path;
}

/** Makes the stores and files that desks begin with, in a folder of its own. */
export function prepare(): { folder: string; remove: () => void } {
  const path = program();
  const folder = mkdtempSync(join(tmpdir(), 'entaku-prepared-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const done = spawnSync(path, ['prepare', folder], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (done.status === 0) return { folder, remove };
  remove();
  throw new Error(`The stores for the page's tests cannot be made: see the program's words above.`);
}

type Waiting = { kept: (value: unknown) => void; refused: (refusal: Refusal | Error) => void };

/** The running program: questions go in as lines, answers come back as lines. */
export class Pipe {
  #child: ChildProcess;
  #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor(prepared: string) {
    this.#child = spawn(program(), [prepared], { stdio: ['pipe', 'pipe', 'inherit'] });
    createInterface({ input: this.#child.stdout! }).on('line', (line) => this.#hear(line));
    this.#child.on('exit', (code) => {
      for (const one of this.#waiting.values()) one.refused(new Error(`the desk ended (${code})`));
      this.#waiting.clear();
    });
  }

  ask(asked: Asked): Promise<unknown> {
    const id = ++this.#last;
    return new Promise((kept, refused) => {
      this.#waiting.set(id, { kept, refused });
      this.#child.stdin!.write(`${JSON.stringify({ id, ...asked })}\n`);
    });
  }

  close(): void {
    this.#child.stdin!.end();
  }

  #hear(line: string): void {
    const said = JSON.parse(line) as { id: number; ok?: unknown; error?: Refusal };
    const one = this.#waiting.get(said.id);
    this.#waiting.delete(said.id);
    if (said.error) one?.refused(said.error);
    else one?.kept(said.ok);
  }
}
