// Ways to look at a page: themes by the variables they set, media, directions. Each is put on and taken off again.

const light = (page) =>
	page.evaluate(() => document.body.classList.replace("theme-dark", "theme-light")).then(() => async () => undefined);
const dark = async (page) => {
	await page.evaluate(() => document.body.classList.replace("theme-light", "theme-dark"));
	return async () => void (await light(page));
};
const media = (options, back) => async (page) => {
	await page.emulateMedia(options);
	return () => page.emulateMedia(back);
};

/** A theme as it is to a plugin: some variables with other values. */
const theme =
	(variables, isDark = false) =>
	async (page) => {
		const undo = isDark ? await dark(page) : await light(page);
		const css = `body { ${Object.entries(variables)
			.map(([name, value]) => `${name}: ${value} !important;`)
			.join(" ")} }`;
		const style = await page.addStyleTag({ content: css });
		return async () => {
			await style.evaluate((element) => element.remove());
			await undo();
		};
	};

/** Makes all text larger: the root's, the app's and the notes'. What is placed by measuring is placed anew. */
export async function enlarge(page, times) {
	await page.evaluate(async (factor) => {
		document.documentElement.style.fontSize = `${100 * factor}%`;
		const computed = getComputedStyle(document.body);
		for (const name of ["text-size", "ui-smaller", "ui-small", "ui-medium", "ui-large"]) {
			const size = parseFloat(computed.getPropertyValue(`--font-${name}`));
			document.body.style.setProperty(`--font-${name}`, `${size * factor}px`);
		}
		window.dispatchEvent(new Event("resize"));
		for (let frame = 0; frame < 2; frame++) await new Promise((done) => requestAnimationFrame(done));
	}, times);
}

/** `wideOnly`: shown in the form wide only. */
export const looks = {
	light: { put: light },
	dark: { put: dark },
	forced: { put: media({ forcedColors: "active" }, { forcedColors: "none" }), wideOnly: true },
	still: { put: media({ reducedMotion: "reduce" }, { reducedMotion: "no-preference" }), wideOnly: true },
	rtl: {
		wideOnly: true,
		async put(page) {
			await page.evaluate(() => (document.documentElement.dir = "rtl"));
			await page.evaluate(() => window.dispatchEvent(new Event("resize")));
			return async () => {
				await page.evaluate(() => document.documentElement.removeAttribute("dir"));
				await page.evaluate(() => window.dispatchEvent(new Event("resize")));
			};
		},
	},
	// Minimal: quiet greys, no borders around menus, a small interface.
	minimal: {
		wideOnly: true,
		put: theme({
			"--background-primary": "hsl(0, 0%, 100%)",
			"--background-secondary": "hsl(0, 0%, 97%)",
			"--background-modifier-border": "hsl(0, 0%, 90%)",
			"--interactive-accent": "hsl(201, 17%, 50%)",
			"--text-accent": "hsl(201, 17%, 45%)",
			"--text-normal": "hsl(0, 0%, 15%)",
			"--text-muted": "hsl(0, 0%, 42%)",
			"--menu-border-color": "transparent",
			"--menu-padding": "4px",
			"--radius-m": "6px",
			"--font-ui-small": "12px",
			"--font-ui-smaller": "11px",
			"--line-height-tight": "1.3",
		}),
	},
	// Things: strong accents, large radii, wide menus.
	things: {
		wideOnly: true,
		put: theme(
			{
				"--background-primary": "#1f2024",
				"--background-secondary": "#26272b",
				"--interactive-accent": "#1b61c2",
				"--text-accent": "#66bbff",
				"--text-muted": "#a3a7ae",
				"--radius-m": "10px",
				"--radius-s": "6px",
				"--menu-padding": "8px",
				"--font-ui-small": "14px",
			},
			true,
		),
	},
	// AnuPpuccin: coloured grounds, no shadows, its own size of icons.
	anuppuccin: {
		wideOnly: true,
		put: theme(
			{
				"--background-primary": "#1e1e2e",
				"--background-secondary": "#181825",
				"--background-modifier-border": "#313244",
				"--background-modifier-hover": "#313244",
				"--interactive-accent": "#cba6f7",
				"--text-on-accent": "#11111b",
				"--text-accent": "#cba6f7",
				"--text-normal": "#cdd6f4",
				"--text-muted": "#a6adc8",
				"--menu-background": "#11111b",
				"--menu-shadow": "none",
				"--shadow-s": "none",
				"--icon-s": "20px",
				"--icon-xs": "18px",
			},
			true,
		),
	},
};
