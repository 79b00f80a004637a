import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { production } from "../esbuild.config.mjs";
import { noticeOf, thirdParty } from "../scripts/notices.mjs";
import { presets } from "../src/core/endpoint/endpoint";

const root = path.resolve(import.meta.dirname, "..");
const text = (file: string): string => readFileSync(path.join(root, file), "utf8");
const json = (file: string): Record<string, unknown> => JSON.parse(text(file)) as Record<string, unknown>;
const source = readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" })
	.filter((file) => file.endsWith(".ts"))
	.map((file) => text(path.join("src", file)))
	.join("\n");
const folders: string[] = [];

afterEach(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

// What Obsidian's list of plugins asks for: https://docs.obsidian.md/Plugins/Releasing/Submission+requirements
describe("the manifest", () => {
	const manifest = json("manifest.json");

	it("has what the list of plugins asks for", () => {
		const { id, name, description } = manifest as Record<string, string>;
		expect(id).toMatch(/^[a-z-]+$/);
		for (const said of [id, name, description]) expect(said).not.toMatch(/obsidian/i);
		expect(description!.length).toBeLessThanOrEqual(250);
		expect(description).toMatch(/^[A-Z].*\.$/);
		expect(manifest["author"]).not.toBe("");
		expect(manifest["isDesktopOnly"]).toBe(false);
	});

	it("is named by versions.json, whose versions are numbers", () => {
		for (const [version, least] of Object.entries(json("versions.json"))) {
			expect(version).toMatch(/^\d+\.\d+\.\d+$/);
			expect(least).toMatch(/^\d+\.\d+\.\d+$/);
		}
		expect(json("versions.json")[String(manifest["version"])]).toBe(manifest["minAppVersion"]);
	});
});

// https://docs.obsidian.md/Developer+policies: what must be said before someone installs it.
describe("the README", () => {
	const readme = text("README.md");
	const disclosures = /^## What is sent where$[^]*?(?=^## )/m.exec(readme)?.[0] ?? "";

	it("names each service that a preset leads to, and that they may cost", () => {
		for (const { baseUrl, local } of Object.values(presets)) {
			const { host, hostname } = new URL(baseUrl.length > 8 ? baseUrl : "http://localhost");
			if (!local && hostname !== "localhost") expect(disclosures).toContain(host);
		}
		expect(disclosures).toMatch(/paid|charge/);
		expect(disclosures).toMatch(/account|key/i);
		expect(disclosures).toMatch(/no telemetry/i);
	});

	it("says what is used of the device, as long as it is used", () => {
		for (const [used, said] of [
			[/navigator\s*\.clipboard/, /clipboard/i],
			[/saveLocalStorage/, /local storage/i],
			[/secretStorage/, /keychain/i],
			[/vault\.(?:getFiles|getMarkdownFiles)\(/, /all notes|every note/i],
		] as const) {
			expect(source).toMatch(used);
			expect(disclosures).toMatch(said);
		}
	});

	it("leads to files that are there", () => {
		for (const [, target = ""] of readme.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g))
			expect(() => readdirSync(path.dirname(path.join(root, target))), target).not.toThrow();
	});
});

describe("main.js", () => {
	it("names what it holds of others, and docs/third-party.md has their licences", async () => {
		const { code, packages } = await production();
		expect(packages.map(({ name }) => name)).toContain("openai");
		expect(code.endsWith(noticeOf(packages))).toBe(true);
		for (const { name, version, license } of packages) expect(code).toContain(`${name} ${version}, ${license}`);
		const squeezed = (given: string): string => given.replace(/\s+/g, " ").trim();
		expect(squeezed(text("docs/third-party.md"))).toBe(squeezed(thirdParty(packages)));
	});
});

describe("a new version", () => {
	const { version: now } = JSON.parse(text("manifest.json")) as { readonly version: string };
	/** A version after this one. */
	const next = now.replace(/^\d+/, (major) => String(Number(major) + 1));

	/** The files that the script changes, in a repository of their own. */
	function repository(): string {
		const folder = mkdtempSync(path.join(os.tmpdir(), "expert-friend-version-"));
		folders.push(folder);
		for (const file of ["package.json", "package-lock.json", "manifest.json", "versions.json", "CHANGELOG.md"])
			cpSync(path.join(root, file), path.join(folder, file));
		writeFileSync(
			path.join(folder, "CHANGELOG.md"),
			`# Changelog\n\n## Unreleased\n\n- Something.\n\n## ${now}\n\n- It.\n`,
		);
		const git = (...args: string[]): void => void execFileSync("git", args, { cwd: folder, stdio: "ignore" });
		git("init", "-q");
		git("add", "-A");
		git("-c", "user.name=A", "-c", "user.email=a@b.example", "commit", "-qm", "Begin");
		return folder;
	}
	const run = (folder: string, version: string): { readonly status: number | null; readonly stderr: string } =>
		spawnSync(process.execPath, [path.join(root, "scripts/version.mjs"), version], { cwd: folder, encoding: "utf8" });
	const read = (folder: string, file: string): string => readFileSync(path.join(folder, file), "utf8");

	it("changes everything together", () => {
		const folder = repository();
		expect(run(folder, next).status).toBe(0);
		for (const file of ["package.json", "package-lock.json", "manifest.json"])
			expect(JSON.parse(read(folder, file)), file).toMatchObject({ version: next });
		const least = (JSON.parse(read(folder, "manifest.json")) as Record<string, string>)["minAppVersion"];
		expect(JSON.parse(read(folder, "versions.json"))).toMatchObject({ [next]: least });
		const dated = read(folder, "CHANGELOG.md").replace(/\(\d{4}-\d\d-\d\d\)/, "(today)");
		expect(dated).toBe(`# Changelog\n\n## Unreleased\n\n## ${next} (today)\n\n- Something.\n\n## ${now}\n\n- It.\n`);
	});

	it("is refused, with nothing changed, where it is none, the tree has changes, or nothing is told", () => {
		const folder = repository();
		const before = read(folder, "package.json");
		for (const version of ["", "1.0", `v${next}`, now, "0.0.9"]) expect(run(folder, version).status).toBe(1);
		writeFileSync(path.join(folder, "more.txt"), "x");
		expect(run(folder, next).stderr).toContain("not committed");
		rmSync(path.join(folder, "more.txt"));
		writeFileSync(path.join(folder, "CHANGELOG.md"), `# Changelog\n\n## Unreleased\n\n## ${now}\n\n- It.\n`);
		execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@b.example", "commit", "-qam", "Tell nothing"], {
			cwd: folder,
		});
		expect(run(folder, next).stderr).toContain("nothing under Unreleased");
		expect(read(folder, "package.json")).toBe(before);
	});
});
