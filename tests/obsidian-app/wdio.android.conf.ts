import { config as onComputer } from "./wdio.conf.ts";

export const config: WebdriverIO.Config = {
	...onComputer,
	hostname: process.env["APPIUM_HOST"] ?? "localhost",
	port: Number(process.env["APPIUM_PORT"] ?? 4723),
	capabilities: [
		{
			browserName: "obsidian",
			browserVersion: process.env["OBSIDIAN_VERSION"] ?? "latest",
			platformName: "Android",
			"appium:automationName": "UiAutomator2",
			"appium:avd": "obsidian_test",
			"appium:noReset": true,
			"appium:appWaitDuration": 300_000,
			"appium:androidInstallTimeout": 300_000,
			"wdio:obsidianOptions": { plugins: ["../.."], vault: "./vault" },
		},
	],
	services: ["obsidian", ["appium", { args: { allowInsecure: "*:chromedriver_autodownload,*:adb_shell" } }]],
	mochaOpts: { ui: "bdd", timeout: 300_000 },
};
