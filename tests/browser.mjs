// Finds a Chromium or Chrome for the tests and the demo, or installs one, or says exactly what to install.
import { execFile } from "node:child_process";
import { access, constants, readdir } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../", import.meta.url));
const isRoot = process.getuid?.() === 0;

const usual = {
	linux: [
		// Chromium without what only a window needs: the same engine, and pages open in half the time.
		"/usr/bin/chromium-headless-shell",
		"/usr/bin/chromium",
		"/usr/bin/chromium-browser",
		"/usr/bin/google-chrome-stable",
		"/usr/bin/google-chrome",
		"/opt/google/chrome/chrome",
		"/snap/bin/chromium",
	],
	darwin: ["Google Chrome", "Chromium", "Microsoft Edge"].map(
		(name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
	),
	win32: ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) =>
		process.env[name]
			? [
					path.join(process.env[name], "Google/Chrome/Application/chrome.exe"),
					path.join(process.env[name], "Chromium/Application/chrome.exe"),
					path.join(process.env[name], "Microsoft/Edge/Application/msedge.exe"),
				]
			: [],
	),
};

async function runs(file) {
	return access(file, constants.X_OK).then(
		() => true,
		() => false,
	);
}

async function inPlaywrightCache() {
	const ours = (await runs(chromium.executablePath())) ? chromium.executablePath() : null;
	if (ours) return ours;
	const cache =
		process.env.PLAYWRIGHT_BROWSERS_PATH ??
		{
			darwin: path.join(os.homedir(), "Library/Caches/ms-playwright"),
			win32: path.join(process.env.LOCALAPPDATA ?? "", "ms-playwright"),
		}[process.platform] ??
		path.join(os.homedir(), ".cache/ms-playwright");
	const folders = (await readdir(cache).catch(() => []))
		.filter((name) => name.startsWith("chromium"))
		.sort()
		.reverse();
	for (const folder of folders) {
		for (const inside of [
			"chrome-linux/chrome",
			"chrome-linux64/chrome",
			"chrome-linux/headless_shell",
			"chrome-mac/Chromium.app/Contents/MacOS/Chromium",
			"chrome-win/chrome.exe",
		]) {
			const file = path.join(cache, folder, inside);
			if (await runs(file)) return file;
		}
	}
	return null;
}

async function find() {
	for (const name of ["EXPERT_FRIEND_CHROMIUM", "CHROME_PATH"]) {
		const file = process.env[name];
		if (!file) continue;
		if (await runs(file)) return file;
		throw new Error(`${name} is set to ${file}, which cannot be run. Set it to a Chromium or Chrome, or unset it.`);
	}
	for (const file of usual[process.platform] ?? []) if (await runs(file)) return file;
	return inPlaywrightCache();
}

async function install() {
	const isDebian = process.platform === "linux" && (await runs("/usr/bin/apt-get"));
	if (isRoot && isDebian) {
		console.error("No Chromium found: installing Debian's (apt-get install chromium).");
		const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
		await run("apt-get", ["update"], { env, maxBuffer: 1 << 26 });
		const packages = (browser) => ["install", "-y", "--no-install-recommends", browser, "fonts-dejavu-core"];
		await run("apt-get", packages("chromium-headless-shell"), { env, maxBuffer: 1 << 26 }).catch(() =>
			run("apt-get", packages("chromium"), { env, maxBuffer: 1 << 26 }),
		);
	} else {
		console.error("No Chromium found: installing playwright's.");
		await run(process.execPath, [path.join(root, "node_modules/playwright-core/cli.js"), "install", "chromium"], {
			maxBuffer: 1 << 26,
		});
	}
}

/**
 * The path of a Chromium or Chrome; installs one when there is none. Rejects with what to install when that fails
 * too.
 */
export async function findBrowser() {
	const found = await find();
	if (found) return found;
	let reason = "";
	try {
		await install();
	} catch (error) {
		reason = ` (${String(error.stderr || error.message)
			.trim()
			.split("\n")
			.pop()})`;
	}
	const installed = await find();
	if (installed) return installed;
	throw new Error(
		[
			`No Chromium or Chrome was found, and none could be installed${reason}. Install one and run this again:`,
			"  Debian, Ubuntu:  sudo apt-get install chromium fonts-dejavu-core",
			"  elsewhere:       npx playwright-core install chromium",
			"or name one you have:  EXPERT_FRIEND_CHROMIUM=/path/to/chrome",
		].join("\n"),
	);
}

async function launchOptions({ args = [], ...rest } = {}) {
	return {
		executablePath: await findBrowser(),
		headless: true,
		args: [
			...(isRoot ? ["--no-sandbox"] : []),
			"--disable-gpu",
			"--disable-quic",
			"--no-first-run",
			"--disable-background-networking",
			"--disable-component-update",
			"--disable-sync",
			...args,
		],
		...rest,
	};
}

/** A headless browser by playwright-core; `options` are those of `chromium.launch`. */
export async function launch(options) {
	return chromium.launch(await launchOptions(options));
}

/** A headless browser that several processes share: `chromium.connect(server.wsEndpoint())`. */
export async function launchServer(options) {
	return chromium.launchServer(await launchOptions(options));
}
