import { launch } from "../browser.mjs";
import { pageScript } from "./bundle.mjs";

const address = "https://bench.test/";
// Isolated pages have a clock of 5 us instead of 100.
const headers = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };
const html =
	'<!doctype html><meta charset="utf-8"><body style="margin:0;display:flex;font:16px/1.5 sans-serif"></body>';

let browser = null;

/**
 * A fresh page in the one browser of the run, for as long as `use` takes. `source` leaves its exports in `bench`
 * there; `more` are options of its bundling.
 */
export async function withPage(source, use, more = {}) {
	browser ??= await launch();
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	try {
		let failure = null;
		page.on("pageerror", (error) => (failure ??= error));
		await page.route("**/*", (route) =>
			route.request().url() === address
				? route.fulfill({ body: html, contentType: "text/html", headers })
				: route.fulfill({ status: 204, body: "" }),
		);
		await page.goto(address);
		if (source !== "") await page.addScriptTag({ content: await pageScript(source, more) });
		const result = await use(page);
		if (failure !== null) throw failure;
		return result;
	} finally {
		await page.close();
	}
}

export async function closeBrowser() {
	await browser?.close();
	browser = null;
}
