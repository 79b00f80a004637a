import path from "node:path";

const versions = process.env["OBSIDIAN_VERSION"]?.split(",") ?? ["earliest", "latest"];
const isMobile = process.env["EMULATE_MOBILE"] !== undefined;

export const config: WebdriverIO.Config = {
	runner: "local",
	framework: "mocha",
	specs: ["./specs/**/*.ts"],
	maxInstances: 1,
	capabilities: versions.map((browserVersion) => ({
		browserName: "obsidian",
		browserVersion,
		"wdio:obsidianOptions": {
			installerVersion: "latest",
			// The project's folder, with its main.js, manifest.json and styles.css.
			plugins: ["../.."],
			vault: "./vault",
			emulateMobile: isMobile,
		},
		...(isMobile ? { "goog:chromeOptions": { mobileEmulation: { deviceMetrics: { width: 390, height: 844 } } } } : {}),
	})),
	services: ["obsidian"],
	reporters: ["obsidian"],
	cacheDir: path.resolve(".obsidian-cache"),
	mochaOpts: { ui: "bdd", timeout: 120_000 },
	logLevel: "warn",
};
