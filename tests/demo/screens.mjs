// Writes a picture of every state of the interface: wide, narrow, on a phone, with text twice as large, in both
// languages, light and dark,
// with the scrollbars a person sees; then some under forced colours, from right to left, and with the variables of
// themes that many use. npm run screens -- [--only NAME,…] [--form wide,…] [--lang en,…] [--out DIR]
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { launch } from "../browser.mjs";
import { startFriend } from "./friend/friend.mjs";
import { buildHost, buildPlugin } from "./server/build.mjs";
import { copySample, settingsFor } from "./server/sample.mjs";
import { startServer } from "./server/server.mjs";
import { enlarge, looks } from "./looks.mjs";
import { places, walk } from "./states/states.mjs";

const forms = {
	wide: { viewport: { width: 1280, height: 800 } },
	narrow: { viewport: { width: 640, height: 400 } },
	phone: { viewport: { width: 390, height: 780 }, hasTouch: true },
	// Text twice as large. The app's own zoom at 200 % is the form narrow: half of the wide one's room each way.
	large: { viewport: { width: 1280, height: 800 }, text: 2 },
	"large-narrow": { viewport: { width: 640, height: 400 }, text: 2 },
};

const { values: given } = parseArgs({
	options: {
		only: { type: "string" },
		form: { type: "string", default: Object.keys(forms).join() },
		lang: { type: "string", default: "en,fr" },
		look: { type: "string", default: Object.keys(looks).join() },
		out: { type: "string", default: "screenshots" },
	},
});
const only = given.only?.split(",");

async function pictures(browser, base, { lang, form }) {
	const dir = await mkdtemp(path.join(os.tmpdir(), "expert-friend-screens-"));
	const vaultDir = path.join(dir, "Vault");
	await copySample(vaultDir);
	const boot = { language: lang, device: { "expert-friend-making": "Expert friend" } };
	const server = await startServer({ ...base, port: 0, vaultDir, boot });
	const { text = 1, ...shape } = forms[form];
	const context = await browser.newContext({ ...shape, locale: lang });
	try {
		await settingsFor(vaultDir, server.url.slice(0, -1));
		const page = await context.newPage();
		page.setDefaultTimeout(30_000);
		page.on("pageerror", (error) => console.error(`${lang} ${form}: ${error.stack ?? error.message}`));
		await page.goto(`${server.url}?theme=light${form === "phone" ? "&mobile=1" : ""}`);
		await page.waitForFunction(() => window.host?.ready);
		if (text !== 1) await enlarge(page, text);
		const all = given.look
			.split(",")
			.filter((look) => form === "wide" || (!looks[look].wideOnly && text === 1) || look === "light");
		await walk(page, places[lang], form === "phone", async (name) => {
			if (only !== undefined && !only.includes(name)) return;
			for (const look of all) {
				const undo = await looks[look].put(page);
				const file = path.join(given.out, look, `${name}-${form}-${lang}.png`);
				await mkdir(path.dirname(file), { recursive: true });
				await page.screenshot({ path: file });
				await undo();
			}
		}).catch(async (error) => {
			const file = path.join(given.out, `stuck-${form}-${lang}.png`);
			await page.screenshot({ path: file });
			console.error(`${lang} ${form}: ${error.message.split("\n")[0]} (${file})`);
			process.exitCode = 1;
		});
	} finally {
		await context.close();
		await server.close();
		await rm(dir, { recursive: true, force: true });
	}
}

const dir = await mkdtemp(path.join(os.tmpdir(), "expert-friend-screens-build-"));
const friend = await startFriend({ port: 0, pace: 600 });
const browser = await launch({ ignoreDefaultArgs: ["--hide-scrollbars"] });
try {
	await mkdir(given.out, { recursive: true });
	const base = { hostDir: path.join(dir, "host"), pluginDir: path.join(dir, "plugin"), friendUrl: friend.url };
	await Promise.all([buildHost(base.hostDir), buildPlugin(base.pluginDir)]);
	for (const lang of given.lang.split(","))
		for (const form of given.form.split(",")) await pictures(browser, base, { lang, form });
	console.log(`Pictures: ${path.resolve(given.out)}`);
} finally {
	await browser.close();
	await friend.close();
	await rm(dir, { recursive: true, force: true });
}
