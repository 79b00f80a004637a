import type * as obsidian from "obsidian";
import { Platform } from "../platform";
import { Strict } from "../strict";

interface Handler extends obsidian.KeymapEventHandler {
	readonly func: obsidian.KeymapEventListener;
}

const modifierNames = ["Alt", "Ctrl", "Meta", "Shift"] as const;

function pressed(event: KeyboardEvent | MouseEvent | TouchEvent): string {
	const held = { Alt: event.altKey, Ctrl: event.ctrlKey, Meta: event.metaKey, Shift: event.shiftKey };
	return modifierNames.filter((name) => held[name]).join(",");
}

function compile(modifiers: readonly obsidian.Modifier[]): string {
	const names = modifiers.map((name) => (name === "Mod" ? (Platform.isMacOS ? "Meta" : "Ctrl") : name));
	return modifierNames.filter((name) => names.includes(name)).join(",");
}

/** Obsidian's `Scope`: what keys do while it is on top. A handler that returns false ends the key's way. */
export class Scope extends Strict implements Pick<obsidian.Scope, "register" | "unregister"> {
	private handlers: Handler[] = [];

	constructor(readonly parent?: Scope) {
		super();
	}

	register(
		modifiers: obsidian.Modifier[] | null,
		key: string | null,
		func: obsidian.KeymapEventListener,
	): obsidian.KeymapEventHandler {
		const handler: Handler = { scope: this, modifiers: modifiers === null ? null : compile(modifiers), key, func };
		this.handlers.push(handler);
		return handler;
	}

	unregister(handler: obsidian.KeymapEventHandler): void {
		this.handlers = this.handlers.filter((one) => one !== handler);
	}

	/** Whether some handler ended the key's way. */
	handle(event: KeyboardEvent): boolean {
		const modifiers = pressed(event);
		for (const handler of [...this.handlers]) {
			if (handler.key !== null && handler.key.toLowerCase() !== event.key.toLowerCase()) continue;
			if (handler.modifiers !== null && handler.modifiers !== modifiers) continue;
			const answer: unknown = handler.func(event, { modifiers, key: event.key, vkey: event.key });
			if (answer === false) return true;
			if (handler.key !== null && answer !== undefined) break;
		}
		return this.parent?.handle(event) ?? false;
	}
}

/** Obsidian's `Keymap`: a stack of scopes; the one on top gets every key before the editor does. */
export class Keymap extends Strict implements Pick<obsidian.Keymap, "pushScope" | "popScope"> {
	private scopes: Scope[] = [];

	constructor(
		private readonly root: Scope,
		private readonly viewScope: () => Scope | null,
	) {
		super();
	}

	/** Hears the keys of a window before anything in it does. */
	hearIn(win: Window): void {
		win.addEventListener(
			"keydown",
			(event) => {
				if (event.isComposing) return;
				const scope = this.scopes[this.scopes.length - 1] ?? this.viewScope() ?? this.root;
				if (!scope.handle(event)) return;
				event.preventDefault();
				event.stopPropagation();
			},
			true,
		);
	}

	pushScope(scope: obsidian.Scope): void {
		this.popScope(scope);
		this.scopes.push(scope as unknown as Scope);
	}

	popScope(scope: obsidian.Scope): void {
		this.scopes = this.scopes.filter((one) => one !== (scope as unknown as Scope));
	}

	static isModifier(event: KeyboardEvent | MouseEvent | TouchEvent, modifier: obsidian.Modifier): boolean {
		return pressed(event)
			.split(",")
			.includes(compile([modifier]));
	}

	/** Where a click with these keys opens a link. */
	static isModEvent(event?: obsidian.UserEvent | null): obsidian.PaneType | boolean {
		if (event == null) return false;
		const mod = Platform.isMacOS ? event.metaKey : event.ctrlKey;
		if (event instanceof MouseEvent && event.button === 1) return "tab";
		if (!mod) return false;
		return event.altKey ? (event.shiftKey ? "window" : "split") : "tab";
	}
}
