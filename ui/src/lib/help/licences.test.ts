import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Licences from './Licences.svelte';
import { licensed, ownLicences } from './licences';

const CUT = `${'='.repeat(80)}\n`;

describe('the licences', () => {
  it('are read as they are written: a text that several share stands once', () => {
    const read = licensed(`a 1\tMIT\t1\nb 2\tISC\t2 1\nc 3\tMIT\t\n${CUT}one\n${CUT}two\n${CUT}`);
    expect(read).toEqual([
      { name: 'a 1', licence: 'MIT', texts: ['one\n'] },
      { name: 'b 2', licence: 'ISC', texts: ['two\n', 'one\n'] },
      { name: 'c 3', licence: 'MIT', texts: [] },
    ]);
  });

  it('name what the program rests on, with its terms', async () => {
    const own = await ownLicences();
    const of = (begin: string) => own.find((one) => one.name.startsWith(begin));
    expect(of('sqlcipher-src ')?.texts.join('')).toContain('ZETETIC');
    expect(of('openssl-src ')?.texts.join('')).toContain('Apache License');
    expect(of('tauri ')?.licence).toContain('MIT');
    expect(of('svelte ')?.licence).toBe('MIT');
    expect(of('vitest '), 'tools are not shipped').toBeUndefined();
    expect(of('@tauri-apps/api ')).toBeDefined();
    expect(own.every((one) => one.licence !== '')).toBe(true);
  });

  it('open at a name', async () => {
    render(Licences);
    const list = await screen.findByTestId('licences');
    const buttons = () => [...list.querySelectorAll('button')];
    await waitFor(() => expect(buttons().length).toBeGreaterThan(100));
    const button = buttons().find((one) => one.textContent?.includes('argon2 '))!;
    await fireEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(button.parentElement!.querySelector('pre')!.textContent).toMatch(/Permission|Apache/u);
  });
});
