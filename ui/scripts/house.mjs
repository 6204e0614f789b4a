// Keeps the order of the house: tiers apart, colours in one place, each language's marks its own, files small.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../src/', import.meta.url));
const LIMIT = 500;
const problems = [];

function* files(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) {
      if (name !== 'bindings') yield* files(path);
    } else if (/\.(svelte|ts|css)$/.test(name)) yield path;
  }
}

/** What a tier may reach for. Nouns know each other; nobody knows the views but the root. */
const TIERS = [
  {
    of: /^lib\/shared\//,
    never: /\$lib\/(?!shared\/|words\/|format\/|bindings\/)/,
    why: 'shared knows only words, formats and itself',
  },
  {
    of: /^lib\/(format|words)\//,
    never: /\$lib\/(?!words\/|bindings\/|format\/)/,
    why: 'formats and words know nobody',
  },
  { of: /^lib\/(?!views\/)/, never: /\$lib\/views\//, why: 'only the root shows views' },
  {
    of: /^(?!main\.ts|lib\/backend\/)/,
    never: /@tauri-apps\//,
    why: 'only the backend speaks to the window',
  },
  {
    of: /^(?!lib\/backend\/|test-stores\.ts|.*\.test\.ts)/,
    never: /backend\/(pipe\/|stand-in)/,
    why: 'the desk at the end of a pipe is for development and tests',
  },
];

/** A mark for tests as something the page itself looks for: a selector or a read attribute, not the attribute set. */
const ASKS_A_MARK =
  /\[data-testid|dataset(\.testid|\[['"]testid)|(get|has)Attribute\(['"]data-testid|ByTestId\(/;

for (const path of files(root)) {
  const name = relative(root, path).replaceAll('\\', '/');
  const text = readFileSync(path, 'utf8');
  const lines = text.split('\n');
  const limit = name.endsWith('.test.ts') ? LIMIT * 2 : LIMIT;
  if (lines.length > limit) problems.push(`${name}: ${lines.length} lines, at most ${limit}`);
  lines.forEach((line, i) => {
    const place = `${name}:${i + 1}`;
    if (/\bfrom\s+['"]|import\(['"]/.test(line)) {
      for (const { of, never, why } of TIERS)
        if (of.test(name) && never.test(line)) problems.push(`${place}: ${why}: ${line.trim()}`);
    }
    if (!name.endsWith('.test.ts') && ASKS_A_MARK.test(line))
      problems.push(
        `${place}: a mark for tests is asked for; use a reference, a role or an id: ${line.trim()}`,
      );
    if (name !== 'lib/styles/palette.css' && name !== 'lib/styles/meaning.css') {
      if (
        /#[0-9a-f]{3,8}\b(?!['"]?\))/i.test(line) &&
        /(color|background|border|fill|stroke|shadow)/.test(line)
      )
        problems.push(`${place}: a raw colour: ${line.trim()}`);
      if (/\b(rgba?|hsla?|oklch)\(/.test(line)) problems.push(`${place}: a raw colour: ${line.trim()}`);
    }
    if (
      name.endsWith('.svelte') &&
      /var\(--(grey|ink|indigo|madder|amber|moss|wisteria|clay)-/.test(line) &&
      !/paper/i.test(lines[i - 1] ?? '')
    ) {
      problems.push(`${place}: a colour of the palette instead of its meaning: ${line.trim()}`);
    }
    if (name.endsWith('.svelte') && /[（）：、　・／]/u.test(line) && !/^\s*(<!--|\/\/|\*)/.test(line)) {
      problems.push(`${place}: a mark of one language in both; use t.join: ${line.trim()}`);
    }
  });
}

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
