import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import type { Plugin } from 'vite';
import { practiceDesk } from './src/lib/backend/pipe/serve.ts';

/** The font packages ship woff beside woff2. Every window we run in reads woff2, so the other half stays out. */
function woff2Only(): Plugin {
  return {
    name: 'woff2-only',
    enforce: 'pre',
    transform(code, id) {
      if (!/@fontsource.*\.css$/.test(id.split('?')[0] ?? '')) return null;
      return code.replace(/,\s*url\([^)]+\.woff\)\s*format\(['"]woff['"]\)/g, '');
    },
  };
}

export default defineConfig({
  plugins: [woff2Only(), svelte(), practiceDesk()],
  // Paths in the built page are relative to its own origin inside the window.
  base: '/',
  build: {
    target: 'safari26',
    chunkSizeWarningLimit: 1200,
    assetsInlineLimit: 0,
    modulePreload: false,
  },
  server: {
    port: 1420,
    strictPort: true,
    host: '127.0.0.1',
    // The licences of what is shipped lie beside the packages' files.
    fs: { allow: ['.', '../assets/third-party'] },
  },
  worker: { format: 'es' },
  resolve: {
    alias: { $lib: fileURLToPath(new URL('./src/lib', import.meta.url)) },
    // Component tests mount for the browser, not for a server.
    ...(process.env.VITEST ? { conditions: ['browser'] } : {}),
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    globalSetup: ['src/test-stores.ts'],
    setupFiles: ['src/test-setup.ts'],
    // The page is read once for all test files of a worker, which halves the time; what a test leaves is set back in the
    // set-up.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
