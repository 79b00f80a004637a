// npm run soak -- --minutes N --seed S: a random writer, a random friend and random events of the host, for so many
// minutes. It ends at the first promise that is broken, and says how to see that again.
//   npm run soak -- --minutes 30 --seed 7
//   npm run soak -- --seed 7 --session 12     one session of it, as it was
import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
	options: {
		minutes: { type: "string", default: "1" },
		seed: { type: "string", default: String(Date.now() % 1_000_000) },
		session: { type: "string" },
	},
});
process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
const number = (name, least) => {
	const value = Number(values[name]);
	if (Number.isFinite(value) && value >= least) return value;
	console.error(`--${name} wants a number from ${least} on, not “${values[name]}”.`);
	process.exit(2);
};
const env = { SOAK_MINUTES: String(number("minutes", 0.1)), SOAK_SEED: String(number("seed", 0)) };
if (values.session !== undefined) env.SOAK_SESSION = String(number("session", 0));
spawn(path.join("node_modules", ".bin", "vitest"), ["run", "--project", "soak"], {
	stdio: "inherit",
	shell: process.platform === "win32",
	env: { ...process.env, ...env },
}).on("close", (code) => process.exit(code ?? 1));
