// Once for all end-to-end tests: the plugin as it is released, the stand-in, one browser, the scripted friend.
import { access, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { TestProject } from "vitest/node";
import { launchServer } from "../browser.mjs";
import { buildHost, buildPlugin } from "../demo/server/build.mjs";

declare module "vitest" {
	interface ProvidedContext {
		/** What `openStage` needs; nothing for tests themselves. */
		stage: {
			readonly hostDir: string;
			readonly pluginDir: string;
			/** Why the plugin could not be built, or null. Each test that needs the plugin then fails with it. */
			readonly pluginFailure: string | null;
			readonly browser: string;
			readonly friendUrl: string | null;
		};
	}
}

interface Friend {
	readonly url: string;
	close(): Promise<void> | void;
}

async function startFriend(): Promise<Friend | null> {
	const file = fileURLToPath(new URL("../demo/friend/friend.mjs", import.meta.url));
	if (
		!(await access(file).then(
			() => true,
			() => false,
		))
	)
		return null;
	const module = (await import(pathToFileURL(file).href)) as {
		startFriend(options: { port: number; pace: number }): Promise<Friend>;
	};
	// Still word by word, but nobody is reading along.
	return module.startFriend({ port: 0, pace: 600 });
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const cleanups: (() => Promise<void> | void)[] = [];
	const close = async (): Promise<void> => {
		for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
	};
	try {
		const dir = await mkdtemp(path.join(os.tmpdir(), "expert-friend-e2e-"));
		cleanups.push(() => rm(dir, { recursive: true, force: true }));
		const hostDir = path.join(dir, "host");
		const pluginDir = path.join(dir, "plugin");
		await buildHost(hostDir);
		const pluginFailure = await buildPlugin(pluginDir).then(
			() => null,
			(error: { stderr?: string; message: string }) => error.stderr ?? error.message,
		);
		const friend = await startFriend();
		cleanups.push(() => friend?.close());
		// With scrollbars, as a person sees it.
		const browser = await launchServer({ ignoreDefaultArgs: ["--hide-scrollbars"] });
		cleanups.push(() => browser.close());
		project.provide("stage", {
			hostDir,
			pluginDir,
			pluginFailure,
			browser: browser.wsEndpoint(),
			friendUrl: friend?.url ?? null,
		});
	} catch (error) {
		await close();
		throw error;
	}
	return close;
}
