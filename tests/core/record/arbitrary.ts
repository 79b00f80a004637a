import fc from "fast-check";
import type { Adoption, ConsultationRecord } from "../../../src/core/record/model";

/** How many runs a property gets; the nightly run raises it. */
export const runs = Number(process.env["FC_RUNS"] ?? 200);

/** Signs that mean something somewhere, in the company they keep when they do. */
const signs = fc.constantFrom(
	"`", "```", "```js", "~~~", "``", "\\", "\\\\", "[", "]", "[[", "]]", "![[", "![", "](", "(", ")", "<", ">", "<%", "%>", "<!--", "-->", "</b>", "<b>", "<script>",
	"{{", "}}", "{%", "%}", "{#", "#}", "{", "}", "%%", "%", "$", "$$", "#", "##", "#tag", "^", "^id", "[^1]", "[^1]:", "::", ":", ":::", "==", "=", "~~", "~", "|", "|---|", "- ", "* ", "+ ", "1. ",
	"2) ", "- [ ] ", "---", "***", "___", "===", "_", "__", "*", "**", "> ", ">", "> [!ai]- Model · x", "[!ai]-", "https://example.org/a", "www.example.org", "me@example.org", "obsidian://x", "javascript:alert(1)",
	"&lt;", "&#91;", "&", "\n", "\n\n", "\r", "\r\n", "\u2028", "\u2029", "\u000b", "\u000c", "\u0085", "\t", "    ", "  ", " ", " ", "\u00a0", "\u202f", "\u200b", "\u200d", "\u200c", "\u202e", "\u2066", "\ufeff",
	"\ufe0f", "\u180b", "\u180e", "\u0301".repeat(20), "\u{e0041}", "\u0000", "\u001b", "\ud800", "\udc00", "👩‍🔬", "é", "猫", "ש", "ا", "नि", "ᠭ", "«", "»", "’", " · ", "·", "!", "@", "**Before:** x", "**Adopted:** y", "`a/b` via C · 1 + 1 tokens", "import x from \"y\"", "\\(", "\\[", "`= ", "`$=", "`dv: ", "(k:: v)", "📅 2026-01-01", "{ .a b=c}",
);
const words = fc.constantFrom("le", "chat", "word", "a", "B", "x", "1", "42", "2.5", "C", "name", "INPUT", "BUTTON", "dv", "here.", "Fin.", "key", "Adopted", "Asked", "via");

/** Any text at all, mostly hostile. */
export const anyText = fc.oneof(
	{ weight: 6, arbitrary: fc.array(fc.oneof({ weight: 3, arbitrary: signs }, { weight: 2, arbitrary: words }, { weight: 2, arbitrary: fc.constantFrom(" ", "\n") }), { maxLength: 24 }).map((parts) => parts.join("")) },
	{ weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
	{ weight: 1, arbitrary: fc.string({ maxLength: 60 }) },
);

const amount = fc.oneof(fc.double({ min: 0, max: 5000, noNaN: true }), fc.constantFrom(0, 0.0034, 0.5, 1e-9, 1e-7, 12.3, 1234.567));
const date = fc.oneof(fc.constantFrom("2026-11-23", "2025-01-01"), fc.date({ min: new Date("2020-01-01"), max: new Date("2039-12-31"), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)));
const ranges = fc.array(fc.tuple(fc.nat(40), fc.nat(8)).map(([from, length]) => ({ from, to: from + length })), { maxLength: 4 });

export const anyAdoption: fc.Arbitrary<Adoption> = fc.record({ before: anyText, adopted: anyText, changedBefore: ranges, changedAdopted: ranges, takenBack: fc.option(fc.oneof({ weight: 4, arbitrary: date }, { weight: 1, arbitrary: anyText }), { freq: 2 }) });

export const anyRecord: fc.Arbitrary<ConsultationRecord> = fc.record({
	modelName: fc.oneof(fc.constant("Claude Sonnet 4"), anyText),
	objective: fc.oneof(fc.constantFrom("Other words", "Is it clear?"), anyText),
	date: fc.oneof({ weight: 20, arbitrary: date }, { weight: 1, arbitrary: fc.constantFrom("", "yesterday") }),
	adoptions: fc.array(anyAdoption, { maxLength: 3 }),
	kept: fc.option(fc.record({ question: anyText, answer: anyText, incomplete: fc.boolean() })),
	identity: fc.record({
		model: fc.oneof(fc.constant("anthropic/claude-4-sonnet-20250522"), anyText.filter((text) => text !== "")),
		via: fc.oneof(fc.constantFrom("OpenRouter", "Ollama (home)"), anyText),
		provider: fc.option(fc.oneof(fc.constant("Anthropic"), anyText)),
		tokens: fc.option(fc.record({ prompt: fc.nat(), completion: fc.nat() })),
		cost: fc.option(fc.record({ amount, currency: fc.constantFrom("USD", "EUR", "CHF", "JPY"), listed: fc.option(date) })),
		carbon: fc.option(fc.record({ central: amount, low: amount, high: amount })),
	}),
});

/** The record of one adoption, by one model of one day but for what is changed. */
export function adoption(before: string, adopted: string, change: Partial<ConsultationRecord> = {}): ConsultationRecord {
	return {
		modelName: "Claude Sonnet 4",
		objective: "Other words",
		date: "2026-11-23",
		adoptions: [{ before, adopted, changedBefore: [], changedAdopted: [], takenBack: null }],
		kept: null,
		identity: {
			model: "anthropic/claude-4-sonnet-20250522", via: "OpenRouter", provider: "Anthropic",
			tokens: { prompt: 800, completion: 60 }, cost: { amount: 0.003, currency: "USD", listed: null }, carbon: { central: 0.1, low: 0.01, high: 0.3 },
		},
		...change,
	};
}
