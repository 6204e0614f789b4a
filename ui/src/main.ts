import '@fontsource/noto-sans-jp/400.css';
import '@fontsource/noto-sans-jp/700.css';
import './lib/styles/base.css';
import { mount } from 'svelte';
import App from './App.svelte';
import type { Backend } from './lib/backend/backend';
import { insideProjector, insideWindow, TauriBackend } from './lib/backend/tauri';
import SecondWindow from './lib/projector/SecondWindow.svelte';

/** Inside the window: the desk. In a browser during development: a desk behind the development server, on invented
 *  cases. A built page outside the window has nothing to speak to, and says so. */
async function backend(): Promise<Backend | null> {
  if (insideWindow()) return new TauriBackend();
  if (import.meta.env.DEV) return (await import('./lib/backend/practice')).practiceFromAddress();
  return null;
}

const target = document.getElementById('app');
if (target && insideProjector()) mount(SecondWindow, { target, props: { backend: new TauriBackend() } });
else if (target) mount(App, { target, props: { backend: await backend() } });
