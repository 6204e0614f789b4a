import { demoCase } from './cases';
import { demoFindings, manyFindings } from './findings';
import { FakeBackend } from './fake';

/** A practice desk as the address asks: `?findings=1000&others=200&in&lang=en&store=no&doubt`. */
export function fakeFromAddress(): FakeBackend {
  const ask = new URLSearchParams(location.search);
  const n = ask.get('findings');
  const findings = n === null || n === '14' ? demoFindings() : manyFindings(Number(n));
  const desk = new FakeBackend({
    view: demoCase(findings),
    others: Number(ask.get('others') ?? 0),
    store: ask.get('store') !== 'no',
    signedIn: ask.has('in'),
    inDoubt: ask.has('doubt'),
    language: ask.get('lang') === 'en' ? 'en' : 'ja',
  });
  const theme = ask.get('theme');
  if (theme) localStorage.setItem('theme', theme);
  const size = ask.get('size');
  if (size) localStorage.setItem('size', size);
  return desk;
}
