import type { Plugin } from 'vite';
import { Pipe, prepare, type Asked } from './program.ts';

/** Where the page in a browser asks. */
export const WHERE = '/desk';

/** Puts the real desk behind the development server, on prepared stores with invented cases; nothing of it stays. */
export function practiceDesk(): Plugin {
  return {
    name: 'practice-desk',
    apply: (_, { command, mode }) => command === 'serve' && mode !== 'test',
    configureServer(server) {
      const { folder, remove } = prepare();
      const pipe = new Pipe(folder);
      server.httpServer?.on('close', () => pipe.close());
      process.once('exit', remove);
      // Without a handler the key that interrupts would leave the folder.
      process.once('SIGINT', () => process.exit(130));
      server.middlewares.use(WHERE, (asked, answered) => {
        let text = '';
        asked.setEncoding('utf8');
        asked.on('data', (more: string) => (text += more));
        asked.on('end', () => {
          const say = (what: unknown) => {
            answered.setHeader('Content-Type', 'application/json');
            answered.end(JSON.stringify(what));
          };
          // A refusal is an answer of the desk as well.
          pipe.ask(JSON.parse(text) as Asked).then(
            (ok) => say({ ok, files: `${folder}/files` }),
            (error: unknown) => say({ error }),
          );
        });
      });
    },
  };
}
