// The main job as a picture that moves, for the README: node tests/demo/capture.mjs [FILE]
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "../browser.mjs";
import { apng } from "./apng.mjs";
import { startFriend } from "./friend/friend.mjs";
import { buildHost, buildPlugin } from "./server/build.mjs";
import { copySample, settingsFor } from "./server/sample.mjs";
import { startServer } from "./server/server.mjs";
import { places, states } from "./states/states.mjs";

const out = process.argv[2] ?? fileURLToPath(new URL("../../docs/images/other-words.png", import.meta.url));

/** What is shown, by its state or as what is pressed after it; and how long. */
const story = [
	{ state: "chip", milliseconds: 1600 },
	{ press: ".expert-friend-chip", shows: ".expert-friend-menu", milliseconds: 1800 },
	{ key: "1", shows: ".expert-friend-words .expert-friend-others:not(.is-held)", milliseconds: 2000 },
	{ key: "ArrowDown", milliseconds: 1200 },
	{ key: "ArrowDown", milliseconds: 1200 },
	{ key: "ArrowDown", milliseconds: 2000 },
	{ key: "Enter", shows: ".expert-friend-adopted", milliseconds: 1800 },
	{ state: "adopted-card", milliseconds: 3000 },
];

const dir = await mkdtemp(path.join(os.tmpdir(), "expert-friend-capture-"));
const friend = await startFriend({ port: 0, pace: 600 });
const browser = await launch();
try {
	const base = { hostDir: path.join(dir, "host"), pluginDir: path.join(dir, "plugin"), friendUrl: friend.url };
	await Promise.all([buildHost(base.hostDir), buildPlugin(base.pluginDir)]);
	const vaultDir = path.join(dir, "Vault");
	await copySample(vaultDir);
	const boot = { language: "en", device: { "expert-friend-making": "Expert friend" } };
	const server = await startServer({ ...base, port: 0, vaultDir, boot });
	await settingsFor(vaultDir, server.url.slice(0, -1));
	const page = await browser.newPage({ viewport: { width: 700, height: 520 } });
	await page.goto(`${server.url}?theme=light`);
	await page.waitForFunction(() => window.host?.ready);
	const frames = [];
	for (const { state, press, key, shows, milliseconds } of story) {
		if (state !== undefined) await states.find(({ name }) => name === state).go(page, places.en);
		if (press !== undefined) await page.locator(press).click();
		if (key !== undefined) await page.keyboard.press(key);
		if (shows !== undefined) await page.locator(shows).first().waitFor({ state: "attached" });
		frames.push({ png: await page.screenshot({ caret: "hide" }), milliseconds });
	}
	const picture = apng(frames);
	await writeFile(out, picture);
	console.log(`${out}: ${Math.round(picture.length / 1000)} kB, ${frames.length} frames`);
	await server.close();
} finally {
	await browser.close();
	await friend.close();
	await rm(dir, { recursive: true, force: true });
}
