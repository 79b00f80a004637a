// The model picker beside a list of plain rows, in a page.
import { en } from "../../src/core/i18n/en";
import { ModelLists } from "../../src/obsidian/models/model-lists";
import { Device } from "../../src/obsidian/storage/device";
import { ModelPicker } from "../../src/obsidian/models/model-picker";
import { sideBySide } from "./measure.mjs";
import { openHost, SuggestModal } from "./picker-host.mjs";

const endpoint = {
	id: "router",
	preset: "openrouter",
	name: "OpenRouter",
	baseUrl: "https://openrouter.ai/api/v1",
	secret: "",
};
const makers = ["anthropic", "openai", "google", "mistralai", "meta-llama", "qwen", "deepseek"];

/** As many models as a large router lists, every other with open weights. */
function modelsOf(count) {
	return Array.from({ length: count }, (_, n) => {
		const maker = makers[n % makers.length];
		const [id, name] = [`${maker}/model-${n}-instruct`, `${maker}: Model ${n} Instruct`];
		return {
			id,
			name,
			canonicalId: `${id}-20261001`,
			context: 128_000,
			price: { input: 0.5 + n / 100, output: 2 + n / 100, cachedInput: null, currency: "USD", listed: "2026-11-24" },
			openness: n % 2 === 0 ? "open weights" : "unknown",
			opennessSource: n % 2 === 0 ? `huggingface.co/${id}` : "",
			version: null,
			passedOn: false,
			until: null,
		};
	});
}

class PlainList extends SuggestModal {
	constructor(app, names) {
		super(app);
		this.limit = names.length;
		this.names = names;
	}

	getSuggestions(query) {
		return this.names.filter((name) => name.toLowerCase().includes(query));
	}

	renderSuggestion(name, element) {
		element.setText(name);
	}

	onChooseSuggestion() {}
}

// The rows come in a microtask after the modal asked for them; then the page is laid out.
async function drawn(modal) {
	for (let n = 0; n < 3; n++) await null;
	return modal.resultContainerEl.getBoundingClientRect().height + modal.resultContainerEl.scrollHeight;
}

/** Times opening and a keystroke, with `count` models, of the picker and of a list of plain rows. */
export async function measure(count) {
	const models = modelsOf(count);
	const host = openHost();
	const stored = { [endpoint.id]: { date: new Date().toISOString().slice(0, 10), baseUrl: endpoint.baseUrl, models } };
	const app = {
		...host,
		loadLocalStorage: () => JSON.parse(JSON.stringify(stored)),
		saveLocalStorage: () => undefined,
	};
	const device = new Device({ app, full: () => undefined, unread: () => undefined });
	const lists = new ModelLists(device, null, () => new Date().toISOString().slice(0, 10));
	const favourites = models.slice(40, 45).map(({ id }) => ({ endpoint: endpoint.id, model: id }));
	const recent = models.slice(60, 65).map(({ id }) => ({ endpoint: endpoint.id, model: id }));
	const port = {
		strings: en,
		estimates: { times: () => "2x the cost, 3x the carbon", detail: () => "" },
		endpoints: [endpoint],
		lists,
		current: recent[0],
		favourites: () => favourites,
		recent,
		policy: { noTraining: true, zeroRetention: false },
		star: () => undefined,
		choose: () => undefined,
	};
	const make = {
		ours: () => new ModelPicker(app, port),
		plain: () =>
			new PlainList(
				app,
				models.map(({ name }) => name),
			),
	};

	const rows = {};
	const opening = await sideBySide(
		Object.fromEntries(
			Object.entries(make).map(([name, modal]) => [
				name,
				async () => {
					const one = modal();
					one.open();
					await drawn(one);
					rows[name] = one.resultContainerEl.querySelectorAll(".suggestion-item").length;
					one.close();
				},
			]),
		),
		{ slice: 60 },
	);
	if (rows.plain !== count || rows.ours < 100) throw new Error(`Not all rows were drawn: ${JSON.stringify(rows)}.`);

	const typing = {};
	const open = Object.fromEntries(Object.entries(make).map(([name, modal]) => [name, modal()]));
	for (const [name, modal] of Object.entries(open)) {
		modal.open();
		let at = 0;
		const texts = ["m", "mo", "mod", "mo"];
		typing[name] = async () => {
			modal.inputEl.value = texts[at++ % texts.length];
			modal.inputEl.dispatchEvent(new Event("input"));
			await drawn(modal);
		};
	}
	const keystroke = await sideBySide(typing, { slice: 60 });
	return {
		opening: { ...opening.times, ratio: opening.ratio("ours", "plain") },
		keystroke: { ...keystroke.times, ratio: keystroke.ratio("ours", "plain") },
	};
}
