import type { Language } from '$lib/words/speech.svelte';

/** WebKitGTK answers "C" for the computer's language under a bare locale, so the language is always named. */
const LOCALE: Record<Language, string> = { ja: 'ja-JP', en: 'en-GB' };

/** `2026-11-22` for a day or a moment; the text itself when it is neither. */
export function day(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? text : isoDay(at);
}

/** `2026-11-22（日）` or `2026-11-22 (Sun)`, for days on which people meet. */
export function dayOfWeek(text: string, language: Language): string {
  const iso = day(text);
  const at = new Date(`${iso}T12:00:00`);
  if (Number.isNaN(at.getTime())) return iso;
  const name = new Intl.DateTimeFormat(LOCALE[language], { weekday: 'short' }).format(at);
  return language === 'ja' ? `${iso}（${name}）` : `${iso} (${name})`;
}

/** `2026-11-22 14:05` in the clock of the place. */
export function moment(text: string): string {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? text : now(at);
}

/** A moment of this page's clock, as the desk writes one. */
export function now(at: Date): string {
  return `${isoDay(at)} ${clock(at)}`;
}

/** `14:05` */
export function clock(at: Date): string {
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Today, as a date field wants it. */
export function isoDay(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Whether the text is a day of the calendar. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T12:00:00`);
  return !Number.isNaN(at.getTime()) && isoDay(at) === text;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
