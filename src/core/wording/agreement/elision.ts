import { elidesFrench } from "./sounds";

/** French *de* before a name that nobody knows yet: d’Ollama, de Mistral. Names in capitals are read as words. */
export function de(name: string): string {
	return elidesFrench(name) ? `d’${name}` : `de ${name}`;
}

/** French *que* before a name that nobody knows yet: qu’Opus, que Sonnet. */
export function que(name: string): string {
	return elidesFrench(name) ? `qu’${name}` : `que ${name}`;
}
