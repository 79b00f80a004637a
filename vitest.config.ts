import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: "unit",
					include: ["tests/**/*.test.ts"],
					exclude: ["tests/e2e/**"],
					testTimeout: 30_000,
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
					testTimeout: 60_000,
					expect: { poll: { timeout: 10_000 } },
					hookTimeout: 120_000,
					maxWorkers: 2,
				},
			},
		],
	},
});
