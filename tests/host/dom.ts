// The globals and prototype extensions that Obsidian adds to the page, as obsidian.d.ts declares them.

type Attributes = Record<string, string | number | boolean | null>;

function describe(element: Element, info: DomElementInfo | SvgElementInfo | string | undefined): void {
	if (info === undefined) return;
	if (typeof info === "string") {
		element.setAttribute("class", info);
		return;
	}
	if (info.cls !== undefined) element.setAttribute("class", Array.isArray(info.cls) ? info.cls.join(" ") : info.cls);
	if (info.attr !== undefined) element.setAttrs(info.attr);
	if ("text" in info && info.text !== undefined) element.setText(info.text);
	if ("title" in info && info.title !== undefined) (element as HTMLElement).title = info.title;
	for (const name of ["value", "type", "placeholder", "href"] as const) {
		const value = (info as DomElementInfo)[name];
		if (value !== undefined) Reflect.set(element, name, value);
	}
}

function place(parent: Node | undefined, child: Node, prepend: boolean | undefined): void {
	if (parent === undefined) return;
	if (prepend) parent.insertBefore(child, parent.firstChild);
	else parent.appendChild(child);
}

type Info = DomElementInfo | SvgElementInfo | string;

/** A window with its own `Node`, `Element`, `Event`: the page's, or that of a pop-out. */
export type Realm = Window & typeof globalThis;

function make<E extends Element>(
	owner: Node | null,
	create: (doc: Document) => E,
	info?: Info,
	callback?: (el: E) => void,
): E {
	const element = create(owner === null ? document : owner.doc);
	describe(element, info);
	callback?.(element);
	const given = typeof info === "object" ? info : {};
	place(owner ?? given.parent, element, given.prepend);
	return element;
}

function classes(names: string | readonly string[]): string[] {
	return (typeof names === "string" ? [names] : [...names])
		.flatMap((name) => name.split(" "))
		.filter((name) => name !== "");
}

function extend(prototype: object, members: Record<string, (this: never, ...args: never[]) => unknown>): void {
	for (const [name, value] of Object.entries(members))
		Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
}

// Nodes and events of another window are instances of that window's classes.
function isOf(one: object, type: new () => unknown, win: Window): boolean {
	const there: unknown = Reflect.get(win, type.name);
	return one instanceof type || (typeof there === "function" && one instanceof there);
}

interface Migration {
	readonly element: HTMLElement;
	readonly listener: (win: Window) => unknown;
	win: Window;
}

const migrations = new Set<Migration>();

/** Tells who asked for it that elements are in another window than before. As late as in Obsidian: with a frame. */
export function tellMigrated(): void {
	window.requestAnimationFrame(() => {
		for (const migration of [...migrations]) {
			const { win, isConnected } = migration.element;
			if (!isConnected || win === migration.win) continue;
			migration.win = win;
			migration.listener(win);
		}
	});
}

function extendNode({ Node }: Realm): void {
	Object.defineProperties(Node.prototype, {
		doc: {
			configurable: true,
			get(this: Node) {
				return this.nodeType === 9 ? (this as Document) : (this.ownerDocument ?? document);
			},
		},
		win: {
			configurable: true,
			get(this: Node) {
				return this.doc.defaultView ?? window;
			},
		},
		constructorWin: { configurable: true, get: () => window },
	});
	extend(Node.prototype, {
		detach(this: ChildNode) {
			this.remove();
		},
		empty(this: Node) {
			while (this.lastChild) this.removeChild(this.lastChild);
		},
		insertAfter(this: Node, node: Node, child: Node | null) {
			return this.insertBefore(node, child === null ? this.firstChild : child.nextSibling);
		},
		indexOf(this: Node, other: Node) {
			return Array.from(this.childNodes).indexOf(other as ChildNode);
		},
		setChildrenInPlace(this: Element, children: Node[]) {
			this.replaceChildren(...children);
		},
		appendText(this: Node, text: string) {
			this.appendChild(this.doc.createTextNode(text));
		},
		instanceOf(this: Node, type: new () => unknown) {
			return isOf(this, type, this.win);
		},
		createEl(this: Node, tag: string, info?: DomElementInfo | string, callback?: (el: HTMLElement) => void) {
			return make(this, (doc) => doc.createElement(tag), info, callback);
		},
		createDiv(this: Node, info?: DomElementInfo | string, callback?: (el: HTMLDivElement) => void) {
			return make(this, (doc) => doc.createElement("div"), info, callback);
		},
		createSpan(this: Node, info?: DomElementInfo | string, callback?: (el: HTMLSpanElement) => void) {
			return make(this, (doc) => doc.createElement("span"), info, callback);
		},
		createSvg(this: Node, tag: "svg", info?: SvgElementInfo | string, callback?: (el: SVGElement) => void) {
			return make<SVGElement>(this, (doc) => doc.createElementNS("http://www.w3.org/2000/svg", tag), info, callback);
		},
	});
}

function extendElement({ Element, SVGElement, HTMLElement, DocumentFragment }: Realm): void {
	extend(Element.prototype, {
		getText(this: Element) {
			return this.textContent;
		},
		setText(this: Element, text: string | DocumentFragment) {
			if (typeof text === "string") this.textContent = text;
			else this.replaceChildren(text);
		},
		addClass(this: Element, ...names: string[]) {
			this.classList.add(...classes(names));
		},
		addClasses(this: Element, names: string[]) {
			this.classList.add(...classes(names));
		},
		removeClass(this: Element, ...names: string[]) {
			this.classList.remove(...classes(names));
		},
		removeClasses(this: Element, names: string[]) {
			this.classList.remove(...classes(names));
		},
		toggleClass(this: Element, names: string | string[], value: boolean) {
			for (const name of classes(names)) this.classList.toggle(name, Boolean(value));
		},
		hasClass(this: Element, name: string) {
			return this.classList.contains(name);
		},
		setAttr(this: Element, name: string, value: Attributes[string]) {
			if (value === null) this.removeAttribute(name);
			else this.setAttribute(name, String(value));
		},
		setAttrs(this: Element, attributes: Attributes) {
			for (const [name, value] of Object.entries(attributes)) this.setAttr(name, value);
		},
		getAttr(this: Element, name: string) {
			return this.getAttribute(name);
		},
		matchParent(this: Element, selector: string, last?: Element) {
			// eslint-disable-next-line @typescript-eslint/no-this-alias -- where the way up begins
			for (let element: Element | null = this; element !== null; element = element.parentElement) {
				if (element.matches(selector)) return element;
				if (element === last) return null;
			}
			return null;
		},
		getCssPropertyValue(this: Element, property: string, pseudo?: string) {
			return getComputedStyle(this, pseudo).getPropertyValue(property).trim();
		},
		isActiveElement(this: Element) {
			return this.doc.activeElement === this;
		},
		find(this: Element, selector: string) {
			return this.querySelector(selector);
		},
		findAll(this: Element, selector: string) {
			return Array.from(this.querySelectorAll(selector));
		},
		findAllSelf(this: Element, selector: string) {
			return [...(this.matches(selector) ? [this] : []), ...Array.from(this.querySelectorAll(selector))];
		},
	});
	const styles = {
		setCssStyles(this: HTMLElement | SVGElement, given: Partial<CSSStyleDeclaration>) {
			Object.assign(this.style, given);
		},
		setCssProps(this: HTMLElement | SVGElement, given: Record<string, string>) {
			for (const [name, value] of Object.entries(given)) this.style.setProperty(name, value);
		},
	};
	extend(SVGElement.prototype, styles);
	extend(HTMLElement.prototype, {
		...styles,
		show(this: HTMLElement) {
			this.style.display = "";
		},
		hide(this: HTMLElement) {
			this.style.display = "none";
		},
		toggle(this: HTMLElement, shown: boolean) {
			if (shown) this.show();
			else this.hide();
		},
		toggleVisibility(this: HTMLElement, visible: boolean) {
			this.style.visibility = visible ? "" : "hidden";
		},
		isShown(this: HTMLElement) {
			return this.offsetParent !== null;
		},
		onClickEvent(this: HTMLElement, listener: (event: MouseEvent) => unknown, options?: AddEventListenerOptions) {
			this.addEventListener("click", listener, options);
			this.addEventListener("auxclick", listener, options);
		},
		onWindowMigrated(this: HTMLElement, listener: (win: Window) => unknown) {
			const migration = { element: this, listener, win: this.win };
			migrations.add(migration);
			return () => migrations.delete(migration);
		},
		trigger(this: HTMLElement, type: string) {
			this.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
		},
	});
	extend(DocumentFragment.prototype, {
		find(this: DocumentFragment, selector: string) {
			return this.querySelector(selector);
		},
		findAll(this: DocumentFragment, selector: string) {
			return Array.from(this.querySelectorAll(selector));
		},
	});
	const padding = (element: HTMLElement, ...sides: ("Top" | "Right" | "Bottom" | "Left")[]) => {
		const style = getComputedStyle(element);
		return sides.reduce((sum, side) => sum + parseFloat(style[`padding${side}`]), 0);
	};
	Object.defineProperties(HTMLElement.prototype, {
		innerWidth: {
			configurable: true,
			get(this: HTMLElement) {
				return this.clientWidth - padding(this, "Left", "Right");
			},
		},
		innerHeight: {
			configurable: true,
			get(this: HTMLElement) {
				return this.clientHeight - padding(this, "Top", "Bottom");
			},
		},
	});
}

function extendEvents({ HTMLElement, Document, UIEvent }: Realm): void {
	type Delegated = {
		readonly type: string;
		readonly selector: string;
		readonly listener: unknown;
		readonly callback: EventListener;
	};
	const delegated = new WeakMap<EventTarget, Delegated[]>();
	const members = {
		on(
			this: HTMLElement,
			type: string,
			selector: string,
			listener: (event: Event, target: HTMLElement) => unknown,
			options?: AddEventListenerOptions,
		) {
			const callback = (event: Event) => {
				const target = (event.target as Element).closest(selector);
				if (target !== null && this.contains(target)) listener.call(this, event, target as HTMLElement);
			};
			delegated.set(this, [...(delegated.get(this) ?? []), { type, selector, listener, callback }]);
			this.addEventListener(type, callback, options);
		},
		off(this: HTMLElement, type: string, selector: string, listener: unknown, options?: AddEventListenerOptions) {
			for (const one of delegated.get(this) ?? []) {
				if (one.type === type && one.selector === selector && one.listener === listener)
					this.removeEventListener(type, one.callback, options);
			}
		},
	};
	extend(HTMLElement.prototype, members);
	extend(Document.prototype, members);
	Object.defineProperties(UIEvent.prototype, {
		targetNode: {
			configurable: true,
			get(this: UIEvent) {
				return this.target !== null && "nodeType" in this.target ? this.target : null;
			},
		},
		win: {
			configurable: true,
			get(this: UIEvent) {
				return this.view ?? window;
			},
		},
		doc: {
			configurable: true,
			get(this: UIEvent) {
				return (this.view ?? window).document;
			},
		},
	});
	extend(UIEvent.prototype, {
		instanceOf(this: UIEvent, type: new () => unknown) {
			return isOf(this, type, this.win);
		},
	});
}

function extendLanguage(): void {
	extend(Array.prototype, {
		first(this: unknown[]) {
			return this[0];
		},
		last(this: unknown[]) {
			return this[this.length - 1];
		},
		contains(this: unknown[], item: unknown) {
			return this.includes(item);
		},
		remove(this: unknown[], item: unknown) {
			const at = this.indexOf(item);
			if (at >= 0) this.splice(at, 1);
		},
		unique(this: unknown[]) {
			return [...new Set(this)];
		},
	});
	extend(String.prototype, {
		contains(this: string, part: string) {
			return this.includes(part);
		},
	});
	extend(Math, {
		clamp: (value: number, least: number, most: number) => Math.min(most, Math.max(least, value)),
		square: (value: number) => value * value,
	});
	extend(Object, { isEmpty: (object: object) => Object.keys(object).length === 0 });
	extend(String, { isString: (value: unknown) => typeof value === "string" });
	extend(Number, { isNumber: (value: unknown) => typeof value === "number" });
}

/** Extends the prototypes of another window, as Obsidian does with its pop-outs. */
export function extendRealm(realm: Realm): void {
	extendNode(realm);
	extendElement(realm);
	extendEvents(realm);
}

/** Extends this page's prototypes and globals as Obsidian does. Once, before anything else. */
export function extendPage(): void {
	extendRealm(window);
	extendLanguage();
	Object.assign(window, {
		activeWindow: window,
		activeDocument: document,
		createEl: (tag: string, info?: DomElementInfo | string, callback?: (el: HTMLElement) => void) =>
			make(null, (doc) => doc.createElement(tag), info, callback),
		createDiv: (info?: DomElementInfo | string, callback?: (el: HTMLDivElement) => void) =>
			make(null, (doc) => doc.createElement("div"), info, callback),
		createSpan: (info?: DomElementInfo | string, callback?: (el: HTMLSpanElement) => void) =>
			make(null, (doc) => doc.createElement("span"), info, callback),
		createSvg: (tag: string, info?: SvgElementInfo | string, callback?: (el: Element) => void) =>
			make(null, (doc) => doc.createElementNS("http://www.w3.org/2000/svg", tag), info, callback),
		createFragment: (callback?: (fragment: DocumentFragment) => void) => {
			const fragment = document.createDocumentFragment();
			callback?.(fragment);
			return fragment;
		},
		isBoolean: (value: unknown) => typeof value === "boolean",
		fish: (selector: string) => document.querySelector(selector),
		fishAll: (selector: string) => Array.from(document.querySelectorAll(selector)),
		sleep: (milliseconds: number) => new Promise<void>((resolve) => window.setTimeout(resolve, milliseconds)),
		nextFrame: () => new Promise<void>((resolve) => window.requestAnimationFrame(() => resolve())),
		ready: (callback: () => unknown) => callback(),
	});
}
