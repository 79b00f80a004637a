// The sample vault as the demo shows it: a copy, with a journal of the months before, and settings that name the
// scripted friend.
import { cp, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { load } from "../../bench/bundle.mjs";
import { writeVault } from "./build.mjs";

const sample = fileURLToPath(new URL("../vault", import.meta.url));

/** Copies the sample into a folder, with some eighteen months of consultations about its notes, until yesterday. */
export async function copySample(dir) {
	await cp(sample, dir, { recursive: true });
	const { makeJournal } = await load(`export { makeJournal } from "./tests/generator/journal";`);
	const day = (ago) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
	const notes = (await readdir(dir, { recursive: true }))
		.filter((name) => name.endsWith(".md") && !name.startsWith("Private"))
		.map((name) => name.split(path.sep).join("/"))
		.sort();
	const { files } = makeJournal({ seed: 8, consultations: 420, from: day(540), to: day(1), flawed: false, notes });
	await writeVault(dir, Object.fromEntries(files));
}

/** Writes settings that name the friend at an origin and the first model it lists. */
export async function settingsFor(dir, origin) {
	const { data } = await fetch(`${origin}/v1/models`).then((response) => response.json());
	const settings = {
		endpoints: [{ id: "demo", preset: "custom", name: "Scripted friend", baseUrl: `${origin}/v1`, secret: "" }],
		model: { endpoint: "demo", model: data[0].id },
	};
	await writeVault(dir, { ".obsidian/plugins/expert-friend/data.json": JSON.stringify(settings) });
}
