import { afterAll, inject } from 'vitest';
import type { AnswerOf, ArgsOf, CommandName, Refusal } from '../backend';
import { StandIn } from '../stand-in';
import { Pipe, type StoreName } from './program';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of prepared stores and files. */
    prepared: string;
  }
}

/** The password of every member of the prepared stores. */
export const PASSWORD = '円卓のための合言葉-2026';

export function refusal(
  code: Refusal['code'],
  message: string,
  fields: Record<string, string> = {},
): Refusal {
  return { code, message, fields };
}

/** A laboratory's file, as `tests/pipe/stores.rs` wrote it. */
export function labFile(name: string): string {
  return `${inject('prepared')}/files/${name}`;
}

/** The real desk, for a test: it begins on a store of its own, and what the page asks is written down. */
export class PipeBackend extends StandIn {
  /** What the page asked, in order. */
  calls: { name: CommandName; args: unknown }[] = [];
  /** The next call of this name is refused so, without asking the desk. */
  refuse = new Map<CommandName, Refusal>();
  /** The case that came first, where the store has one. */
  caseId = '';
  /** The members by their sign-in name. */
  members: Record<string, string> = {};

  constructor(
    /** A folder for what is written; it goes with the desk. */
    readonly folder: string,
    private readonly asks: (name: CommandName, args: unknown) => Promise<unknown>,
    private readonly passes: (seconds: number) => Promise<unknown>,
  ) {
    super();
    this.saveIn = folder;
  }

  async call<N extends CommandName>(name: N, args: ArgsOf<N>): Promise<AnswerOf<N>> {
    this.calls.push({ name, args: structuredClone(args) });
    const refused = this.refuse.get(name);
    this.refuse.delete(name);
    if (refused) throw refused;
    return this.aside(name, args);
  }

  /** As by somebody else at the same desk: the page did not ask it. */
  aside<N extends CommandName>(name: N, args: ArgsOf<N>): Promise<AnswerOf<N>> {
    return this.asks(name, args) as Promise<AnswerOf<N>>;
  }

  /** The case that came first, as it stands. */
  view(): Promise<AnswerOf<'open_case'>> {
    return this.aside('open_case', { caseId: this.caseId });
  }

  /** Does something to that case as it stands, unseen by the page. */
  async change<N extends CommandName>(
    name: N,
    args: Omit<ArgsOf<N>, 'caseId' | 'expectedVersion'>,
  ): Promise<AnswerOf<N>> {
    const { caseId, version } = await this.view();
    return this.aside(name, { caseId, expectedVersion: version, ...args } as unknown as ArgsOf<N>);
  }

  /** Lets time go by at the desk. */
  pass(seconds: number): Promise<unknown> {
    return this.passes(seconds);
  }

  /** What the page asked by this name. */
  sent<N extends CommandName>(name: N): ArgsOf<N>[] {
    return this.calls.filter((call) => call.name === name).map((call) => call.args as ArgsOf<N>);
  }
}

let pipe: Pipe | null = null;
let newest: PipeBackend | null = null;

afterAll(() => {
  pipe?.close();
  pipe = null;
});

/** A desk at a copy of this store, with somebody signed in there unless `as` is null. What a page of an earlier test
 *  still asks gets no answer: its desk is gone. */
export async function atDesk(
  store: StoreName = 'practice',
  as: string | null = 'sato',
): Promise<PipeBackend> {
  const line = (pipe ??= new Pipe(inject('prepared')));
  // From now on: what an earlier page still writes must not reach the desk that is being made.
  newest = null;
  const signedIn = as !== null && store !== 'none';
  const { folder } = (await line.ask({ begin: store, ...(signedIn ? { as } : {}) })) as { folder: string };
  const own = (ask: () => Promise<unknown>): Promise<unknown> =>
    newest === backend ? ask() : new Promise(() => undefined);
  const backend: PipeBackend = new PipeBackend(
    folder,
    (name, args) => own(() => line.ask({ name, args })),
    (seconds) => own(() => line.ask({ pass: seconds })),
  );
  newest = backend;
  // A store in doubt shows no patient.
  if (signedIn && store !== 'doubt') {
    const listed = await backend.aside('list_cases', { limit: 500 });
    backend.caseId =
      listed.cases.find((row) => row.receivedAt === '2026-11-06')?.caseId ?? listed.cases[0]?.caseId ?? '';
    const members = await backend.aside('members', {});
    backend.members = Object.fromEntries(members.map((one) => [one.signIn, one.memberId]));
  }
  return backend;
}
