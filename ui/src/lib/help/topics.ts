import { keyNamed } from '$lib/keys/table';
import { folded } from '$lib/format/fold';
import { fullName, meaning, TERMS, written } from '$lib/words/glossary';
import { speech, type Language } from '$lib/words/speech.svelte';
import { topicOf, type Block, type Inline, type Topic } from './parse';

/** The topics in their order; each is a file in each language. The glossary is made from the word book. */
export const TOPICS = [
  'start',
  'load',
  'look',
  'judge',
  'opinions',
  'meeting',
  'treatment',
  'evidence',
  'explanation',
  'report',
  'drafts',
  'store',
  'terminal',
] as const;
/** Topics that are made from elsewhere than a file of their own. */
export type Made = 'glossary' | 'licences';
export type TopicName = (typeof TOPICS)[number] | Made;
export const isMade = (name: TopicName): name is Made => name === 'glossary' || name === 'licences';

const FILES = import.meta.glob<string>('./topics/*/*.txt', { query: '?raw', import: 'default', eager: true });
const PICTURES = import.meta.glob<string>('./pictures/*/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

const read = new Map<string, Topic>();

/** A topic in the language of the window. */
export function topic(name: Exclude<TopicName, Made>, language: Language = speech.language): Topic {
  const path = `./topics/${language}/${name}.txt`;
  const known = read.get(path) ?? topicOf(name, FILES[path] ?? '');
  read.set(path, known);
  return known;
}

/** The address of a topic's picture; none where it has not been made. */
export function pictureOf(of: Topic, language: Language = speech.language): string | null {
  return (of.picture && PICTURES[`./pictures/${language}/${of.picture}.png`]) || null;
}

/** The topic that is of most use at a page, or at a part of a case. */
export function topicAt(place: string): TopicName {
  return TOPICS.find((name) => topic(name, 'ja').places.includes(place)) ?? 'start';
}

export function titleOf(name: TopicName): string {
  return isMade(name) ? speech.t.help[name] : topic(name).title;
}

/** A word of the window by its path; the path itself where there is none, so that it is noticed. */
function wordAt(path: string): string {
  let at: unknown = speech.t;
  for (const step of path.split('.')) at = (at as Record<string, unknown> | undefined)?.[step];
  return typeof at === 'string' ? at : path;
}

/** What a piece of a line says. */
export function said(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'word':
      return wordAt(inline.path);
    case 'label':
      return speech.named(inline.key);
    case 'key':
      return keyNamed(inline.named) ?? inline.named;
    case 'topic':
      return titleOf(inline.name as TopicName);
  }
}

const line = (block: Block): string => block.inlines.map(said).join('');

/** Where something was found: a topic, and the line. */
export interface Hit {
  topic: TopicName;
  line: string;
}

/** The topics that hold every word typed, those first whose title names one, each with the first line that holds one of them. Width, case and kana do not
 *  count. */
export function findTopics(typed: string): Hit[] {
  const words = folded(typed).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return [];
  const holds = (text: string) => words.every((word) => folded(text).includes(word));
  const some = (lines: string[]) => lines.find((one) => words.some((word) => folded(one).includes(word)));
  const [titled, hits]: [Hit[], Hit[]] = [[], []];
  for (const name of TOPICS) {
    const of = topic(name);
    const lines = of.blocks.map(line);
    if (!holds([of.title, ...lines].join('\n'))) continue;
    (some([of.title]) ? titled : hits).push({ topic: name, line: some(lines) ?? '' });
  }
  for (const term of TERMS) {
    const whole = [written(term), fullName(term), meaning(term)];
    if (holds(whole.join('\n')))
      hits.push({ topic: 'glossary', line: speech.t.join.said(written(term), fullName(term)) });
  }
  return [...titled, ...hits];
}
