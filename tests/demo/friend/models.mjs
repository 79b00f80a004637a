// The models the scripted friend lists, in OpenRouter's schema. Prices are dollars a token, as strings.
const model = (id, name, prompt, completion, context) => ({
	id,
	name,
	created: 1790812800,
	context_length: context,
	pricing: { prompt, completion },
	architecture: { modality: "text->text", input_modalities: ["text"], output_modalities: ["text"] },
	description: "Scripted for the demonstration.",
});

export const models = [
	model("scripted/plume-1-20261001", "Plume 1 (scripted)", "0.0000004", "0.0000016", 128000),
	model("scripted/scribe-2-20260915", "Scribe 2 (scripted)", "0.000003", "0.000015", 200000),
	model("scripted/echo-mini-20260801", "Echo mini (scripted)", "0.0000001", "0.0000003", 8000),
];
