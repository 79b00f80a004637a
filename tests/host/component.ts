import type * as obsidian from "obsidian";
import { endSubscription } from "./events";

type ComponentMembers = Pick<
	obsidian.Component,
	| "load"
	| "onload"
	| "unload"
	| "onunload"
	| "addChild"
	| "removeChild"
	| "register"
	| "registerEvent"
	| "registerInterval"
>;

/** Obsidian's `Component`: what it registered is undone when it is unloaded, last first, children included. */
export class Component implements ComponentMembers {
	/** Whether it is loaded; read by the stand-in only. */
	isLoaded = false;
	private cleanups: (() => unknown)[] = [];
	private children: obsidian.Component[] = [];

	// A plugin's `onload` may take its time: `Plugins` waits for it.
	// eslint-disable-next-line @typescript-eslint/no-misused-promises -- as in Obsidian, whose types tell half of it
	load(): void | Promise<void> {
		if (this.isLoaded) return;
		this.isLoaded = true;
		const loading = this.onload() as void | Promise<void>;
		for (const child of [...this.children]) child.load();
		return loading;
	}

	onload(): void {}

	unload(): void {
		if (!this.isLoaded) return;
		this.isLoaded = false;
		for (const child of this.children.splice(0).reverse()) child.unload();
		for (const cleanup of this.cleanups.splice(0).reverse()) {
			// What a cleanup throws must not keep the rest from being undone.
			try {
				cleanup();
			} catch (error) {
				setTimeout(() => {
					throw error;
				});
			}
		}
		this.onunload();
	}

	onunload(): void {}

	addChild<T extends obsidian.Component>(component: T): T {
		this.children.push(component);
		if (this.isLoaded) component.load();
		return component;
	}

	removeChild<T extends obsidian.Component>(component: T): T {
		this.children = this.children.filter((child) => child !== component);
		component.unload();
		return component;
	}

	register(cleanup: () => unknown): void {
		this.cleanups.push(cleanup);
	}

	registerEvent(ref: obsidian.EventRef): void {
		this.register(() => endSubscription(ref));
	}

	registerDomEvent(
		target: EventTarget,
		type: string,
		callback: EventListener,
		options?: boolean | AddEventListenerOptions,
	): void {
		target.addEventListener(type, callback, options);
		this.register(() => target.removeEventListener(type, callback, options));
	}

	registerInterval(id: number): number {
		this.register(() => window.clearInterval(id));
		return id;
	}
}
