import type * as obsidian from "obsidian";
import { Strict } from "./strict";

interface Listener extends obsidian.EventRef {
	readonly source: Emitter;
	readonly name: string;
	readonly callback: (...data: never[]) => unknown;
	readonly context: unknown;
}

class Emitter extends Strict {
	private listeners: Listener[] = [];

	on<A extends unknown[]>(name: string, callback: (...data: A) => unknown, context?: unknown): obsidian.EventRef {
		const listener: Listener = { source: this, name, callback: callback, context };
		this.listeners.push(listener);
		return listener;
	}

	off(name: string, callback: (...data: never[]) => unknown): void {
		this.listeners = this.listeners.filter((one) => one.name !== name || one.callback !== callback);
	}

	offref(ref: obsidian.EventRef): void {
		this.listeners = this.listeners.filter((one) => one !== ref);
	}

	/** How many listen for an event. */
	listening(name: string): number {
		return this.listeners.filter((one) => one.name === name).length;
	}

	trigger(name: string, ...data: unknown[]): void {
		for (const listener of [...this.listeners]) if (listener.name === name) this.tryTrigger(listener, data);
	}

	/** As in Obsidian, one listener's error is told later and does not keep the others from being called. */
	tryTrigger(ref: obsidian.EventRef, args: unknown[]): void {
		const listener = ref as Listener;
		try {
			listener.callback.apply(listener.context, args as never[]);
		} catch (error) {
			setTimeout(() => {
				throw error;
			});
		}
	}
}

/** Obsidian's `Events`. */
export const Events = Emitter;
export type Events = Emitter;

/** Ends a subscription from the reference alone, as `Component.registerEvent` must. */
export function endSubscription(ref: obsidian.EventRef): void {
	const { source } = ref as Listener;
	source.offref(ref);
}
