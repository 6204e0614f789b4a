import type { AnswerOf, ArgsOf, CommandName, Refusal } from './backend';
import { StandIn } from './stand-in';

/** The desk behind the development server, for looking at the page in a browser. */
export class PracticeBackend extends StandIn {
  async call<N extends CommandName>(name: N, args: ArgsOf<N>): Promise<AnswerOf<N>> {
    return (await ask({ name, args })).ok as AnswerOf<N>;
  }
}

interface Said {
  ok: unknown;
  files: string;
}

async function ask(asked: unknown): Promise<Said> {
  const answered = await fetch('/desk', { method: 'POST', body: JSON.stringify(asked) });
  const said = (await answered.json()) as Said & { error?: Refusal };
  if (said.error) throw said.error;
  return said;
}

/** A desk as the address asks: `?store=many&in&lang=en&theme=dark&size=projector`. Each visit begins it anew. */
export async function practiceFromAddress(): Promise<PracticeBackend> {
  const wanted = new URLSearchParams(location.search);
  const store = wanted.get('store') ?? 'practice';
  const signedIn = wanted.has('in') && store !== 'none';
  const { files, ok } = await ask({ begin: store, ...(signedIn ? { as: wanted.get('in') || 'sato' } : {}) });
  const desk = new PracticeBackend();
  desk.picked = [`${files}/LUAD-demo.cats.json`];
  desk.pickedFolder = `${files}/ward`;
  desk.saveIn = (ok as { folder: string }).folder;
  if (wanted.get('lang') === 'en') await desk.call('set_language', { language: 'en' });
  for (const name of ['theme', 'size']) {
    const value = wanted.get(name);
    if (value) localStorage.setItem(name, value);
  }
  return desk;
}
