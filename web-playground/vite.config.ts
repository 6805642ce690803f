// Builds the playground into static files that work under any path and under a strict
// content-security policy: nothing inlined, worker and engine as modules of their own.
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  worker: { format: "es" },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    outDir: "../dist/playground",
    emptyOutDir: true,
  },
  server: { host: "127.0.0.1" },
  preview: { host: "127.0.0.1" },
});
