// Derives the clinical word list for the window from the domain's list, until the bindings carry it.
import { readFileSync, writeFileSync } from 'node:fs';
const list = readFileSync(
  new URL('../../src-tauri/crates/domain/src/words/list.rs', import.meta.url),
  'utf8',
);
const rows = [...list.matchAll(/w\("([^"]+)", "([^"]*)", "([^"]*)"\)/g)];
const body = rows.map(
  ([, key, ja, en]) => `  ${JSON.stringify(key)}: { ja: ${JSON.stringify(ja)}, en: ${JSON.stringify(en)} },`,
);
writeFileSync(
  new URL('../src/lib/words/clinical-list.ts', import.meta.url),
  `/** Derived from the domain's word list. Do not edit. */\nexport const WORDS: Record<string, { ja: string; en: string }> = {\n${body.join('\n')}\n};\n`,
);
console.log(`${rows.length} words`);
