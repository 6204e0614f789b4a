import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import Window from '../../App.svelte';
import { atDesk, PASSWORD } from '$lib/backend/pipe/desk';
import { speech } from '$lib/words/speech.svelte';

const type = (testid: string, value: string) =>
  fireEvent.input(screen.getByTestId(testid), { target: { value } });
const press = async (testid: string) => fireEvent.click(await screen.findByTestId(testid));

/** What an authenticator shows (RFC 6238 with RFC 4226): written from the standards. */
function shown(secret: string, at: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((one) => letters.indexOf(one).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30)));
  const mac = createHmac('sha1', key).update(step).digest();
  const offset = mac[19]! & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

describe('the code for signing in', () => {
  it('is set up with an authenticator, asked for, and stood in for by a spare code', async () => {
    const backend = await atDesk('practice');
    const { unmount } = render(Window, { backend });
    await screen.findAllByTestId('case-row');
    await press('settings-open');
    await press('second-begin');
    const secret = (await screen.findByTestId('second-secret')).textContent!.replaceAll(' ', '');
    expect(screen.getByTestId('second-square').querySelector('path')!.getAttribute('d')).toMatch(/^M0 0h1/);
    await type('second-password', PASSWORD);
    await type('second-code', '000000');
    await press('second-set');
    await screen.findAllByText(/確認コードが正しくない/);
    await type('second-password', PASSWORD);
    await type('second-code', shown(secret, Math.floor(Date.now() / 1000)));
    await press('second-set');
    const spares = [...(await screen.findByTestId('second-spares')).children].map((one) => one.textContent!);
    expect(spares).toHaveLength(10);
    const dir = (await backend.call('app_info', {})).session!.storeDir;
    unmount();
    await backend.call('sign_out', {});

    render(Window, { backend });
    await screen.findByTestId('open-password');
    await type('open-dir', dir);
    await waitFor(() => expect(screen.getByTestId('open-sign-in').tagName).toBe('INPUT'));
    await type('open-sign-in', 'sato');
    await type('open-password', PASSWORD);
    expect(screen.queryByTestId('open-code'), 'nobody is told before the password is right').toBeNull();
    await press('open-submit');
    await screen.findByTestId('open-code');
    expect(screen.queryByTestId('error'), 'that is no fault').toBeNull();
    await type('open-code', '999999');
    await press('open-submit');
    await screen.findByTestId('error');
    await type('open-code', spares[0]!);
    await press('open-submit');
    await screen.findAllByTestId('case-row');
    expect((await screen.findByTestId('spares-left')).textContent).toContain(speech.t.app.sparesLeft(9));
  });
});
