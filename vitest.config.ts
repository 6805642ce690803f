// How vitest runs the TypeScript tests: each file in a process of its own, as addons and servers are
// process-wide, and one browser at a time.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    pool: "forks",
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ["default"],
  },
});
