import { flag, nullable, object, or, text, type Schema } from "../stored/schema";

/** How the prompt zone was left, in this vault on this device. */
export interface ZoneState {
	readonly isOpen: boolean;
	/** Path of the objective that was chosen; null for the first of the menu. */
	readonly objective: string | null;
	/** Whether the questions about the writer's style were answered or skipped. */
	readonly isAsked: boolean;
}

export const newZone: ZoneState = { isOpen: false, objective: null, isAsked: false };

export const storedZone: Schema<ZoneState> = object<ZoneState>({
	isOpen: or(flag, newZone.isOpen),
	objective: or(nullable(text), newZone.objective),
	isAsked: or(flag, newZone.isAsked),
});
