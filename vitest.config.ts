import { defineConfig } from "vitest/config";

/** No limit that a busy machine meets, or an exploration; what hangs is ended all the same. */
const unitTimeout = process.env["EXPLORE"] === undefined ? 120_000 : 3_600_000;

export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: "unit",
					include: ["tests/**/*.test.ts"],
					exclude: ["tests/e2e/**", "tests/webkit/**", "tests/soak/**", "tests/costs/**"],
					setupFiles: ["tests/seed.ts"],
					pool: "forks",
					// A file leaves nothing behind that another could see; modules are read once per worker.
					isolate: false,
					// By itself one core would be left to nobody, which of two is half.
					maxWorkers: "100%",
					testTimeout: unitTimeout,
					sequence: { groupOrder: 0 },
				},
			},
			{
				test: {
					// A process of its own for each file: what ran before in one changes what a task costs there.
					name: "costs",
					include: ["tests/costs/**/*.test.ts"],
					pool: "forks",
					maxWorkers: "100%",
					testTimeout: unitTimeout,
					sequence: { groupOrder: 0 },
				},
			},
			{
				test: {
					name: "e2e",
					// After the others: a browser wants the machine to itself.
					sequence: { groupOrder: 1 },
					include: ["tests/e2e/**/*.test.ts"],
					globalSetup: ["tests/e2e/setup.ts"],
					pool: "forks",
					// Modules and pages of the browser stay for the next file: what a test opens it closes.
					isolate: false,
					testTimeout: process.env["EXPLORE"] === undefined ? 300_000 : 7_200_000,
					expect: { poll: { timeout: Number(process.env["POLL"] ?? 60_000) } },
					hookTimeout: 300_000,
					maxWorkers: 2,
				},
			},
			{
				test: {
					// Not part of npm test: npm run soak.
					name: "soak",
					include: ["tests/soak/**/*.test.ts"],
					globalSetup: ["tests/e2e/setup.ts"],
					expect: { poll: { timeout: 30_000 } },
					hookTimeout: 300_000,
				},
			},
			{
				test: {
					name: "webkit",
					// After Chromium: each wants the machine to itself.
					sequence: { groupOrder: 2 },
					include: ["tests/webkit/**/*.test.ts"],
				},
			},
		],
	},
});
