// What main.js weighs, and how long a host takes to evaluate it, against a bundle of the openai package.
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { hostScript, root } from "./bundle.mjs";
import { resultOf } from "./measure.mjs";
import { withPage } from "./page.mjs";
import { bounded, row, time } from "./table.mjs";

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const rounds = 25;

async function production() {
	const folder = await mkdtemp(path.join(os.tmpdir(), "expert-friend-bench-"));
	try {
		const outfile = path.join(folder, "main.js");
		execFileSync(process.execPath, ["esbuild.config.mjs", "production", "--outfile", outfile], { cwd: root });
		return await readFile(outfile, "utf8");
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/**
 * Evaluates sources as Obsidian does: by `eval` of a function's text, then a call. Everything required is a stand-in.
 */
async function evaluate([sources, rounds]) {
	const stub = new Proxy(class {}, {
		get: (target, key) =>
			key === "prototype"
				? target.prototype
				: key === Symbol.toPrimitive
					? () => ""
					: key === "__esModule"
						? true
						: stub,
		apply: () => stub,
		construct: (target, args, made) => (made === stub ? stub : Object.create(made.prototype)),
	});
	const perRound = Object.fromEntries(sources.map(([name]) => [name, []]));
	// The first rounds wake the engine up: a host that loads plugins has been running for a while.
	for (let round = -3; round < rounds; round++) {
		for (let n = 0; n < sources.length; n++) {
			const [name, source] = sources[(n + round + 3) % sources.length];
			await new Promise((resolve) => setTimeout(resolve, 20));
			const module = { exports: {} };
			// A text of its own each time: nothing compiled before may be used again.
			const text = `(function anonymous(require,module,exports){/* ${round} */${source}\n})`;
			const start = performance.now();
			(0, eval)(text)(() => stub, module, module.exports);
			const took = performance.now() - start;
			if (round >= 0) perRound[name].push(took);
			if (typeof (module.exports.default ?? module.exports) !== "function")
				throw new Error(`${name} did not leave a class.`);
		}
	}
	return perRound;
}

export async function run() {
	const main = await production();
	const client = await hostScript('export { default } from "openai"');
	const floor = await hostScript(
		'import { Plugin } from "obsidian"; export default class extends Plugin { onload() {} }',
		["obsidian"],
	);
	const zipped = (text) => gzipSync(text, { level: 9 }).length;
	const sources = Object.entries({ main, client, floor });
	const perRound = await withPage("", (page) => page.evaluate(evaluate, [sources, rounds]));
	const { times, ratio } = resultOf(perRound);
	return [
		bounded(
			"size, main.js minified",
			Buffer.byteLength(main),
			"<=",
			560_000,
			kilobytes,
			kilobytes(Buffer.byteLength(client)),
		),
		bounded("size, main.js gzipped", zipped(main), "<=", 195_000, kilobytes, kilobytes(zipped(client))),
		row(
			"size, evaluating main.js against the openai bundle",
			time(times.main),
			time(times.client),
			ratio("main", "client"),
			0.95,
		),
		row(
			"size, evaluating main.js against an empty plugin",
			time(times.main),
			time(times.floor),
			ratio("main", "floor"),
		),
	];
}
