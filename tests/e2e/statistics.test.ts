import { describe, expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { formatAmount } from "../../src/core/estimate/money";
import { printEntry } from "../../src/core/journal/entry";
import { recordLabels } from "../../src/core/record/labels";
import { makeJournal, type MadeEntry } from "../generator/journal";
import { makePast, type MadePast } from "../generator/past";
import { adopt, puppet, run, stageOf } from "./at-work";
import type { Stage } from "./stage";

const words = en.statistics;
const today = new Date().toISOString().slice(0, 10);
const year = today.slice(0, 4);

/** Cells of the row of a table that begins with a name, line by line as they are read. */
async function rowOf(stage: Stage, table: string, name: string): Promise<readonly string[]> {
	const row = stage.page.locator(`${table} tr`, { has: stage.page.getByRole("rowheader", { name, exact: true }) });
	return (await row.locator("th, td").allInnerTexts()).map((text) => text.trim());
}
/** A journal of so many blind comparisons for the first objective and as many for the second, where names were seen. */
function comparisons({ entry }: MadeEntry, [blind, seen]: readonly [string, string], count: number): string {
	const { record } = entry;
	const entries = [blind, seen].flatMap((objective) =>
		Array.from({ length: count }, (_, round) => `${objective === blind ? "blind" : "seen"}-${round}`).flatMap(
			(id, round) =>
				["scripted/plume-1-20261001", "scripted/echo-mini-20260801"].map((model, member) =>
					printEntry(
						{
							...entry,
							id: `${id}-${member}`,
							time: `${Number(year) - 1}-12-0${1 + (round % 9)}T10:00:00+00:00`,
							record: { ...record, objective, identity: { ...record.identity, model, cost: null, carbon: null } },
							comparison: {
								id,
								preference: round % 2 === member ? "won" : "lost",
								...(objective === blind ? { blind: true } : {}),
							},
						},
						{ labels: recordLabels.en },
					),
				),
		),
	);
	return `---\npublish: false\n---\n\n${entries.join("\n\n")}\n`;
}
const summary = ".expert-friend-statistics-grid table";
const periods = ".expert-friend-statistics-table table";

describe("the statistics", () => {
	it("show the journal's figures, follow it, and are read and left with the keys alone", async () => {
		const made = makeJournal({
			seed: 11,
			consultations: 150,
			from: `${Number(year) - 1}-11-01`,
			to: today,
			flawed: true,
		});
		const month = `Expert friend/Journal/${today.slice(0, 7)}.md`;
		const files = new Map(made.files);
		if (!files.has(month)) files.set(month, "---\npublish: false\n---\n");
		const stage = await stageOf({ vault: { "A.md": "A line.\n", ...Object.fromEntries(files) } });
		const { page } = stage;
		const keys = (...pressed: readonly string[]): Promise<void> =>
			pressed.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
		const inYear = (metric: (one: MadeEntry) => number): number =>
			made.entries.filter(({ entry }) => entry.time.startsWith(year)).reduce((sum, one) => sum + metric(one), 0);

		await run(stage, "statistics");
		await expect.poll(() => rowOf(stage, summary, year)).toEqual([year, String(inYear(() => 1)), ""]);
		await page.getByText(words.damaged(made.damaged)).waitFor();
		await page.getByText(words.local).waitFor();

		// From the first control on by Tab, in the switches by arrows: the figure becomes tokens, by place.
		await page.getByRole("radio", { name: words.units.month, exact: true }).focus();
		await page.getByRole("radio", { name: words.metrics.consultations, exact: true }).focus();
		await keys("ArrowRight", "ArrowRight");
		const tokens = inYear(({ entry: { record } }) =>
			record.identity.tokens === null ? 0 : record.identity.tokens.prompt + record.identity.tokens.completion,
		);
		await expect
			.poll(() => rowOf(stage, summary, year))
			.toEqual([year, String(inYear(() => 1)), tokens.toLocaleString("en"), ""]);
		await keys("Tab", "ArrowLeft", "ArrowLeft");
		const local = inYear(({ entry, earlier }) => (!earlier && entry.place === "device" ? 1 : 0));
		await expect.poll(async () => (await rowOf(stage, summary, words.places["device"]!))[1]).toBe(String(local));
		await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(words.groupings.place);

		// The bars and the table say the same, period by period.
		await keys("Tab", "Tab", "Home");
		const first = new Intl.DateTimeFormat("en", { month: "long", year: "numeric" }).format(
			new Date(Number(year), 0, 1),
		);
		await expect.poll(() => page.locator(".expert-friend-chart-told").innerText()).toContain(`${first}: `);
		const [, ...cells] = await rowOf(stage, periods, first);
		await expect
			.poll(() => page.locator(".expert-friend-chart-told").innerText())
			.toContain(words.told(first, cells[cells.length - 1] ?? "0"));

		// What another device adds is counted at once.
		const [last] = made.entries.slice(-1);
		const added = printEntry(
			{ ...last!.entry, id: "added", time: `${today}T23:59:00+00:00` },
			{ labels: recordLabels.fr },
		);
		await stage.writeNote(month, `${files.get(month)}\n\n${added}\n`);
		await expect.poll(() => rowOf(stage, summary, year)).toContain(String(inYear(() => 1) + 1));

		await page.getByRole("button", { name: words.export }).click();
		await page.getByRole("menuitem", { name: words.csv }).click();
		const path = `Expert friend/Export/consultations-${year}-by-place.csv`;
		await page.getByText(words.exported(path)).waitFor();
		const lines = (await stage.readNote(path)).trim().split("\r\n").slice(1);
		expect(lines.map((line) => Number(line.split(",")[3])).reduce((sum, count) => sum + count, 0)).toBe(
			inYear(() => 1) + 1,
		);

		await page.locator(".expert-friend-note button").first().click();
		await expect.poll(() => stage.editorText()).toContain("[!ai]-");
		expect(stage.errors).toEqual([]);
	});

	it("put pay per request beside a plan, and suggest a model that takes less after ten blind comparisons", async () => {
		const made = makeJournal({ seed: 12, consultations: 60, from: `${year}-01-01`, to: today, flawed: false });
		const compared = `Expert friend/Journal/${Number(year) - 1}-12.md`;
		const rounds = (count: number): string =>
			comparisons(made.entries[0]!, ["Is it clear?", "What does it evoke?"], count);
		const stage = await stageOf({
			vault: { "A.md": "A line.\n", ...Object.fromEntries(made.files), [compared]: rounds(9) },
		});
		const { page } = stage;
		const { against } = words;
		await run(stage, "statistics");
		await page.evaluate(() => {
			window.app.setting.open();
			window.app.setting.openTabById("expert-friend");
		});
		await page.getByLabel(en.settings.car, { exact: true }).fill("140");
		await page.keyboard.press("Escape");
		await page.getByRole("radio", { name: words.metrics.carbon, exact: true }).click();
		await page.getByText("by a car at 140\u00a0g per km").waitFor();
		await page.getByRole("button", { name: against.compare }).click();
		await page.getByLabel(against.form.name, { exact: true }).fill("A plan");
		await page.getByLabel(against.form.price, { exact: true }).fill("0,01");
		await page.getByLabel(against.form.rate("EUR"), { exact: true }).fill("2");
		await page.getByLabel(against.form.from, { exact: true }).fill("2026-01");
		await page.getByText(against.form.badDate).waitFor();
		await page.getByLabel(against.form.from, { exact: true }).fill(`${year}-01-01`);
		await page.getByRole("button", { name: against.form.save, exact: true }).click();
		const spent = made.entries.reduce((sum, { entry: { record, endpoint } }) => {
			const { cost } = record.identity;
			const amount = cost === null ? 0 : cost.currency === "EUR" ? cost.amount : cost.amount / 2;
			return sum + amount * (endpoint === "openrouter" ? 1.055 : 1);
		}, 0);
		const side = page.locator(".expert-friend-sides .expert-friend-num");
		await expect.poll(() => side.first().innerText()).toBe(formatAmount(spent, "EUR", "en"));
		await page.getByText(against.negative).waitFor();
		await stage.reload();
		await run(stage, "statistics");
		await expect.poll(() => side.first().innerText()).toBe(formatAmount(spent, "EUR", "en"));

		// The friend asked now and a smaller one, by a tenth comparison without names; those with names suggest nothing.
		await page.getByRole("heading", { name: words.ranking, exact: true }).waitFor();
		const suggested = page.getByText("blind comparisons, and takes less");
		expect(await suggested.count()).toBe(0);
		await stage.writeNote(compared, rounds(10));
		await expect
			.poll(() => suggested.allInnerTexts())
			.toEqual([words.frugal("Echo mini (scripted)", "Plume 1 (scripted)", "Is it clear?", 10, "2.1x the carbon")]);
		expect(stage.errors).toEqual([]);
	});

	it("count what was asked elsewhere from a file, keep none of its texts, and show it beside one's own", async () => {
		const stage = await stageOf({ vault: { "A.md": "A line.\n" } });
		const { page } = stage;
		const { past } = words;
		const give = async (name: string, text: string): Promise<void> =>
			page.locator(".expert-friend-past-file").setInputFiles({ name, mimeType: "", buffer: Buffer.from(text) });
		const answers = ({ used }: MadePast): number => [...used.values()].reduce((sum, one) => sum + one.answers, 0);
		const open = async (): Promise<void> => {
			await page.getByRole("button", { name: past.title, exact: true }).click();
			await page.getByRole("button", { name: past.choose, exact: true }).waitFor();
		};
		const add = async (made: MadePast, name: string): Promise<void> => {
			await open();
			await give(name, [...made.pieces].join(""));
			await page.getByText(`: ${answers(made)} answers of `).waitFor();
			await page.getByRole("button", { name: past.keep, exact: true }).click();
		};
		await run(stage, "statistics");
		await open();
		await give("photo.png", "\u0089PNG");
		await page.getByText(past.none("photo.png")).waitFor();
		await page.keyboard.press("Escape");
		const chats = makePast({ kind: "chatgpt", seed: 1, conversations: 40, hostile: true });
		await add(chats, "conversations.json");
		await page.getByRole("radio", { name: words.units.year, exact: true }).click();
		await expect
			.poll(() => rowOf(stage, summary, words.everything))
			.toEqual([words.everything, String(answers(chats)), ""]);
		// Again, of the same site, in the place of the first; then of another, beside it.
		const fewer = makePast({ kind: "chatgpt", seed: 2, conversations: 10 });
		await add(fewer, "conversations.json");
		await expect.poll(async () => (await rowOf(stage, summary, words.everything))[1]).toBe(String(answers(fewer)));
		const activity = makePast({ kind: "openrouter", seed: 3, conversations: 50 });
		await add(activity, "activity.csv");
		await expect
			.poll(async () => (await rowOf(stage, summary, words.everything))[1])
			.toBe(String(answers(fewer) + answers(activity)));
		await page.getByText(past.counted(String(answers(fewer) + answers(activity)))).waitFor();
		const note = await stage.readNote("Expert friend/Journal/Imported.md");
		expect(note).toMatch(/^---\npublish: false\ndg-publish: false\ndraft: true\n/);
		for (const secret of [...chats.secrets, ...fewer.secrets]) expect(note).not.toContain(secret);
		await page.getByLabel(past.too, { exact: true }).uncheck();
		await page.getByText(words.nothingHere).or(page.getByText(words.empty)).first().waitFor();
		expect(stage.errors).toEqual([]);
	});

	it("tell how much of a file was read, and keep nothing of one that the writer stops", async () => {
		const stage = await stageOf({ vault: { "A.md": "A line.\n" }, alone: true });
		const { page } = stage;
		const { past } = words;
		await run(stage, "statistics");
		await page.getByRole("button", { name: past.title, exact: true }).click();
		// A disk that is slow from the second piece on, and a clock by which each piece takes long.
		await page.evaluate(() => {
			const { arrayBuffer } = Blob.prototype;
			let pieces = 0;
			Blob.prototype.arrayBuffer = function (this: Blob) {
				return ++pieces < 2 ? arrayBuffer.call(this) : new Promise(() => undefined);
			};
			const begun = performance.now();
			let looks = 0;
			performance.now = () => begun + 40 * looks++;
		});
		const made = makePast({ kind: "chatgpt", seed: 4, conversations: 900 });
		const text = [...made.pieces]
			.join("")
			.padEnd(4 << 20, " ")
			.slice(0, 4 << 20);
		await page
			.locator(".expert-friend-past-file")
			.setInputFiles({ name: "conversations.json", mimeType: "", buffer: Buffer.from(text) });
		const bar = page.locator(".expert-friend-past progress");
		const share = Number(((1 << 20) / Buffer.byteLength(text)).toPrecision(6));
		await expect.poll(async () => Number(Number(await bar.getAttribute("value")).toPrecision(6))).toBe(share);
		await page.getByText(past.reading(new Intl.NumberFormat("en", { style: "percent" }).format(share))).waitFor();
		await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(past.cancel);
		await page.keyboard.press("Enter");
		await page.getByRole("dialog", { name: past.title }).waitFor({ state: "detached" });
		await page.getByText(words.emptyWhy).waitFor();
		expect(await stage.readNote("Expert friend/Journal/Imported.md").catch(() => "none")).toBe("none");
		expect(stage.errors).toEqual([]);
	});

	it("say that there is nothing yet, and count the first adoption", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": "The old tree by the wall bears fruit.\n" }, endpoint: friend.url });
		await run(stage, "statistics");
		await stage.page.getByText(words.emptyWhy).waitFor();
		await expect.poll(() => stage.page.locator(".expert-friend-figure").allInnerTexts()).toHaveLength(3);
		await stage.page.locator(".workspace-tab-header", { hasText: "A" }).first().click();
		await adopt(stage, friend, "tree", "The old oak by the wall bears fruit.");
		await run(stage, "statistics");
		await expect.poll(() => rowOf(stage, summary, year)).toEqual([year, "1", ""]);
		await stage.page.getByRole("radio", { name: words.metrics.words, exact: true }).click();
		await expect.poll(() => rowOf(stage, summary, year)).toEqual([year, "1", "1", ""]);
	});
});
