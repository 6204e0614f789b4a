import { demoCase, settle } from './cases';
import { demoFindings, manyFindings } from './findings';
import { FakeBackend } from './fake';
import { demoReadAnew, PREFERRED } from './readings';

/** A practice desk as the address asks: `?findings=1000&others=200&in&lang=en&store=no&doubt&meeting&anew`. */
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
  if (ask.has('meeting'))
    void desk.call('plan_meeting', {
      heldOn: '2026-11-22',
      mode: 'realTime',
      title: '第12回',
      agenda: [desk.view, ...desk.others.slice(0, 4)].map((one) => ({ caseId: one.caseId })),
    });
  if (ask.has('anew')) {
    desk.view = settle({ ...desk.view, readAnew: demoReadAnew(desk.view.findings) });
    desk.preferred = [PREFERRED];
  }
  const theme = ask.get('theme');
  if (theme) localStorage.setItem('theme', theme);
  const size = ask.get('size');
  if (size) localStorage.setItem('size', size);
  return desk;
}
