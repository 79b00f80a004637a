import { expect, it } from "vitest";
import { pageBody, pageWords } from "../../../src/core/disclosure/page";
import { usualSentences } from "../../../src/core/disclosure/page-words";
import { quotationsIn, type Quotation } from "../../../src/core/disclosure/quotations";
import { Tallies } from "../../../src/core/disclosure/tallies";
import { readMonth } from "../../../src/core/journal/read-month";
import { Ledger } from "../../../src/core/statistics/ledger";
import { random } from "../../bench/text.mjs";
import { makeVault } from "../../generator/vault";
import { sampleSize } from "../../sampling";
import { gatherAtOnce } from "./gathering";

const newLedger = (): Ledger => new Ledger({ opennessOf: () => "unknown", endpointName: (id) => id });

function page(tallies: Tallies): string {
	const gathered = gatherAtOnce({
		notes: [...tallies.all].filter(([path]) => !path.startsWith("Private/")),
		proposes: () => null,
		nameOf: (id) => id,
		opennessOf: () => "unknown",
	});
	return pageBody(gathered, {
		words: pageWords.en,
		sentences: usualSentences,
		numbers: true,
		today: "2026-11-29",
		link: (path) => `[[${path}]]`,
	});
}

it("says after any changes of notes and journal what a first look at them says", () => {
	const vault = makeVault({ seed: 3, notes: 60, consultations: 600 });
	const next = random(11);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
	const notes = new Map(vault.files);
	const months = new Map(vault.journal.files);
	const quoted = new Map<string, readonly Quotation[]>();
	const quote = (path: string): void => {
		const found = quotationsIn(notes.get(path) ?? "", []);
		if (found.length > 0) quoted.set(path, found);
		else quoted.delete(path);
	};
	for (const path of notes.keys()) quote(path);
	const ledger = newLedger();
	for (const [path, text] of months) ledger.set(path, readMonth(text));
	const tallies = new Tallies();
	const bodies = new Set<string>();
	for (let round = 0; round < sampleSize(40); round++) {
		if (next() < 0.5) {
			const path = pick([...vault.files.keys()]);
			if (next() < 0.2) notes.delete(path);
			else
				notes.set(
					path,
					notes.has(path) && next() < 0.5 ? pick([...vault.files.values()]) : (vault.files.get(path) ?? ""),
				);
			quote(path);
		} else {
			const path = pick([...vault.journal.files.keys()]);
			const whole = vault.journal.files.get(path) ?? "";
			const text = next() < 0.5 ? whole.slice(0, Math.floor(whole.length * next())) : whole;
			if (next() < 0.2) {
				months.delete(path);
				ledger.delete(path);
			} else {
				// What a month told may stand in another now: a copy, or a merge.
				const at = next() < 0.2 ? pick([...vault.journal.files.keys()]) : path;
				months.set(at, text);
				ledger.set(at, readMonth(text));
			}
		}
		// Left in the midst now and then, as by a writer who stops it.
		const steps = tallies.update(ledger, quoted);
		while (next() > 0.05 && steps.next().done !== true);
		expect([...tallies.update(ledger, quoted)].length).toBeLessThan(200);

		const anew = new Tallies();
		const again = newLedger();
		for (const [path, text] of months) again.set(path, readMonth(text));
		expect([...anew.update(again, quoted)].length).toBeGreaterThan(0);
		expect(page(tallies)).toBe(page(anew));
		bodies.add(page(tallies));
	}
	expect(bodies.size).toBeGreaterThan(10);
});
