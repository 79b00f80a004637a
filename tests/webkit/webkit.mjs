// Finds WebKit's driver, its small browser and a screen that nobody sees. Debian: webkit2gtk-driver, xvfb.
import { spawn } from "node:child_process";
import { access, constants, readdir } from "node:fs/promises";
import net from "node:net";
import path from "node:path";

/** What has to be installed where WebKit is missing. */
export const needs = "Debian's packages webkit2gtk-driver and xvfb";

async function runs(file) {
	return access(file, constants.X_OK).then(
		() => true,
		() => false,
	);
}

async function onPath(name) {
	for (const dir of (process.env.PATH ?? "").split(path.delimiter)) {
		const file = path.join(dir, name);
		if (await runs(file)) return file;
	}
	return null;
}

async function miniBrowser() {
	const libraries = "/usr/lib";
	for (const machine of await readdir(libraries).catch(() => []))
		for (const folder of await readdir(path.join(libraries, machine)).catch(() => [])) {
			const file = path.join(libraries, machine, folder, "MiniBrowser");
			if (folder.startsWith("webkit") && (await runs(file))) return file;
		}
	return null;
}

/** Resolves to the programs, or null where one of them is missing. */
export async function findWebKit() {
	const [driver, screen, browser] = await Promise.all([onPath("WebKitWebDriver"), onPath("Xvfb"), miniBrowser()]);
	return driver === null || screen === null || browser === null ? null : { driver, screen, browser };
}

async function freePort() {
	const server = net.createServer().listen(0, "127.0.0.1");
	await new Promise((resolve) => server.once("listening", resolve));
	const { port } = server.address();
	await new Promise((resolve) => server.close(resolve));
	return port;
}

async function answers(url) {
	for (let tries = 0; tries < 200; tries++) {
		if (await fetch(url).then(Boolean, () => false)) return;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error("WebKit's driver does not answer.");
}

/** Starts a screen and the driver. Resolves to where it listens, and the way to end both. */
export async function startWebKit({ driver, screen }) {
	// The screen names itself: the first number that is free.
	const display = spawn(screen, ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], {
		stdio: ["ignore", "ignore", "ignore", "pipe"],
	});
	const number = await new Promise((resolve, reject) => {
		display.once("error", reject);
		display.once("exit", () => reject(new Error("No screen.")));
		display.stdio[3].once("data", (data) => resolve(String(data).trim()));
	});
	const port = await freePort();
	const child = spawn(driver, [`--port=${port}`, "--host=127.0.0.1"], {
		stdio: "ignore",
		env: {
			...process.env,
			DISPLAY: `:${number}`,
			// No graphics card, and no cage within the cage that tests run in.
			WEBKIT_DISABLE_COMPOSITING_MODE: "1",
			WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
			LIBGL_ALWAYS_SOFTWARE: "1",
		},
	});
	const url = `http://127.0.0.1:${port}`;
	await answers(`${url}/status`);
	return {
		url,
		close: () => {
			child.kill();
			display.kill();
		},
	};
}
