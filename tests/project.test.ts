import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { figuresOf, folderCircles, readSource, sourceOf } from "../scripts/structure.mjs";

const root = path.resolve(import.meta.dirname, "..");
const sources = readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" })
	.filter((file) => file.endsWith(".ts"))
	.map((file) => file.split(path.sep).join("/"));

/** What a file imports, types included, as the compiler reads it. */
function importsOf(file: string): string[] {
	const text = readFileSync(path.join(root, "src", file), "utf8");
	return ts.preProcessFile(text, true, true).importedFiles.map((imported) => imported.fileName);
}

/** Files by the files they import. */
const imports: ReadonlyMap<string, readonly string[]> = new Map(
	sources.map((file) => [
		file,
		importsOf(file)
			.filter((name) => name.startsWith("."))
			.map((name) => `${path.posix.normalize(path.posix.join(path.posix.dirname(file), name))}.ts`),
	]),
);

/** A way from some place back to itself, or null. */
function cycleIn(graph: ReadonlyMap<string, Iterable<string>>): string | null {
	const done = new Set<string>();
	const from = (place: string, trail: readonly string[]): string | null => {
		if (trail.includes(place)) return [...trail.slice(trail.indexOf(place)), place].join(" -> ");
		if (done.has(place)) return null;
		for (const target of graph.get(place) ?? []) {
			const cycle = from(target, [...trail, place]);
			if (cycle !== null) return cycle;
		}
		done.add(place);
		return null;
	};
	for (const place of graph.keys()) {
		const cycle = from(place, []);
		if (cycle !== null) return cycle;
	}
	return null;
}

/** The room a file of src is in. */
function roomOf(file: string): string {
	return file.includes("/") ? file.slice(0, file.indexOf("/")) : file;
}

/** Rooms a room may import from, besides itself, and packages it may import. */
const allowed: Readonly<Record<string, { rooms: readonly string[]; packages: RegExp }>> = {
	core: {
		rooms: [],
		packages: /^(@codemirror\/state|@lezer\/(common|markdown|highlight|lr)|fast-diff|tokenx|d3-array|fflate)$/,
	},
	editor: { rooms: ["core"], packages: /^@codemirror\/(state|view|commands)$/ },
	llm: { rooms: ["core"], packages: /^openai\/(core\/streaming|error|resources\/.*)$/ },
	obsidian: {
		rooms: ["core", "editor", "llm"],
		packages: /^(obsidian|@codemirror\/(state|view)|@lezer\/(common|markdown))$/,
	},
	"main.ts": { rooms: ["core", "editor", "llm", "obsidian"], packages: /^obsidian$/ },
};

describe("the direction of the source", () => {
	it.each(sources)("%s imports only what its room may", (file) => {
		const room = roomOf(file);
		const rule = allowed[room];
		expect(rule, `src/${room} is no room of the design`).toBeDefined();
		for (const name of importsOf(file)) {
			if (name.startsWith(".")) {
				const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), name));
				expect([room, ...(rule?.rooms ?? [])], `${file} imports ${name}`).toContain(
					roomOf(target.includes("/") ? target : `${target}.ts`),
				);
			} else {
				expect(rule?.packages.test(name), `${file} imports ${name}`).toBe(true);
			}
		}
	});

	it("has no cycles between files", () => {
		expect(cycleIn(imports)).toBeNull();
	});

	it("has no cycles between folders", () => {
		expect(folderCircles(readSource())).toEqual([]);
		const circle = { "core/a/x.ts": 'import "../b/y";', "core/b/y.ts": 'import "../c/z";' };
		expect(folderCircles(sourceOf({ ...circle, "core/c/z.ts": "" }))).toEqual([]);
		expect(folderCircles(sourceOf({ ...circle, "core/c/z.ts": 'import type { T } from "../a/t";' }))).toEqual([
			["core/a", "core/b"],
			["core/a", "core/c"],
			["core/b", "core/c"],
		]);
	});

	it("has every file of the core in a folder, and exports nothing that nobody imports", () => {
		const { roomless, dead } = figuresOf(readSource());
		expect(roomless).toEqual([]);
		expect(dead).toEqual([]);
	});

	it("keeps main.ts to registration", () => {
		expect(readFileSync(path.join(root, "src/main.ts"), "utf8").split("\n").length).toBeLessThanOrEqual(121);
	});
});

describe("the project", () => {
	const read = (file: string): Record<string, unknown> =>
		JSON.parse(readFileSync(path.join(root, file), "utf8")) as Record<string, unknown>;
	const manifest = read("manifest.json");
	const pkg = read("package.json");

	it("has one version everywhere", () => {
		expect(pkg["version"]).toBe(manifest["version"]);
		expect(read("package-lock.json")["version"]).toBe(manifest["version"]);
		expect(read("versions.json")[String(manifest["version"])]).toBe(manifest["minAppVersion"]);
	});

	it("names exact versions, and one copy of each CodeMirror package", () => {
		for (const [name, version] of Object.entries(pkg["devDependencies"] as Record<string, string>))
			expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
		const packages = Object.keys(read("package-lock.json")["packages"] as object);
		for (const name of ["state", "view", "commands", "language"]) {
			expect(packages.filter((key) => key.endsWith(`node_modules/@codemirror/${name}`))).toHaveLength(1);
		}
	});

	it("has a lock file without download addresses", () => {
		expect(readFileSync(path.join(root, "package-lock.json"), "utf8")).not.toContain('"resolved": "http');
	});

	it("uses one prefix for its styles, and no styles of others beyond Obsidian's own", () => {
		const classes =
			readFileSync(path.join(root, "styles.css"), "utf8")
				.replace(/url\("[^"]*"\)/g, "")
				.match(/\.(?=[a-z])[\w-]+/g) ?? [];
		const foreign = new Set(classes.filter((name) => !name.startsWith(".expert-friend")));
		expect([...foreign].filter((name) => !/^\.(is-[\w-]+|callout[\w-]*|cm-line|svg-icon)$/.test(name))).toEqual([]);
	});

	// WebKit, which iPhones and iPads run it in, drops a shorthand that names more than the line: the mark is not there.
	it("has its underlines in long form, and no colours that Obsidian has given up", () => {
		const styles = readFileSync(path.join(root, "styles.css"), "utf8");
		expect(styles.match(/text-decoration:\s*[^;\s]+\s[^;]*;/g) ?? []).toEqual([]);
		expect(styles.match(/--mono-rgb-\d+|--interactive-accent-hsl/g) ?? []).toEqual([]);
	});

	// Forced colours take every tint and shadow away.
	it("tells what is chosen under forced colours too, wherever a tint tells it", () => {
		const styles = readFileSync(path.join(root, "styles.css"), "utf8").replace(/\/\*[^]*?\*\//g, "");
		const forced = [...styles.matchAll(/@media \(forced-colors: active\) \{([^]*?)\n\}/g)].map(([, inside]) => inside);
		const lined = new Set(
			forced
				.join("")
				.match(/^\t[^\t{}]+(?=,$| \{)/gm)
				?.map((selector) => selector.trim()),
		);
		const tinted = [...styles.matchAll(/^([^{}@]*)\{([^{}]*)\}/gm)]
			.filter(
				([, , body = ""]) =>
					/background|box-shadow/.test(body) && !/outline|border(?!-radius|-inline-start: 0)/.test(body),
			)
			.flatMap(([, selectors = ""]) => selectors.split(",").map((selector) => selector.trim()))
			.filter((selector) =>
				/(?:\.is-(?:selected|active|current|chosen|done|skipped|paid|fee|plan)|="true"\]|\.expert-friend-record)$/.test(
					selector,
				),
			);
		expect(tinted.length).toBeGreaterThan(4);
		expect(tinted.filter((selector) => !lined.has(selector))).toEqual([]);
	});

	it("gives a callout any colour, not the three figures of one, in published notes too", () => {
		for (const file of ["styles.css", "docs/snippets/record.css"])
			expect(readFileSync(path.join(root, file), "utf8").match(/--callout-color:\s*\d[^;]*;/g) ?? [], file).toEqual([]);
	});

	it("names icons that Obsidian has", () => {
		const file = path.join(root, "node_modules/lucide-static/icon-nodes.json");
		const known = JSON.parse(readFileSync(file, "utf8")) as object;
		const named = /(?:\bicon: |\b[sS]etIcon\((?:[^()]*, )?|\badd(?:RibbonIcon|Action)\()"([^"]+)"/g;
		const files = sources.filter((file) => !/^core\/(i18n|markdown)\//.test(file));
		const names = files.flatMap((source) =>
			[...readFileSync(path.join(root, "src", source), "utf8").matchAll(named)].map((match) => match[1]!),
		);
		expect(names.length).toBeGreaterThan(30);
		expect(names.filter((name) => !Object.hasOwn(known, name))).toEqual([]);
	});

	// In a window of its own each of these is another class: what is there is no instance of the first window's.
	it("asks of no element whether it is one of the first window's", () => {
		const asked = /\binstanceof (?:HTML\w*|SVG\w*|Element|Node|Document|\w*Event|Window)\b/;
		expect(sources.filter((file) => asked.test(readFileSync(path.join(root, "src", file), "utf8")))).toEqual([]);
	});

	it("numbers its decisions one by one", () => {
		const records = readdirSync(path.join(root, "docs/decisions"));
		expect(records.map((name) => Number(name.slice(0, 4)))).toEqual(records.map((_, index) => index + 1));
	});

	it("builds the same bytes twice, without lookbehind, with the host's packages left out", () => {
		const folder = mkdtempSync(path.join(os.tmpdir(), "expert-friend-build-"));
		try {
			const built = [1, 2].map((n) => {
				const outfile = path.join(folder, `main-${n}.js`);
				execFileSync(process.execPath, ["esbuild.config.mjs", "production", "--outfile", outfile], { cwd: root });
				return readFileSync(outfile, "utf8");
			});
			expect(built[0] === built[1]).toBe(true);
			expect(/\(\?<[=!]/.test(built[0] ?? "")).toBe(false);
			const required = new Set([...(built[0] ?? "").matchAll(/require\("([^"]+)"\)/g)].map((match) => match[1]));
			for (const name of required)
				expect(name).toMatch(/^(obsidian|@codemirror\/(state|view|commands)|@lezer\/(common|highlight|lr))$/);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});
});
