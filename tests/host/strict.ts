/** Names that are looked up on any object by the language or by tools, and mean nothing when they are absent. */
const harmless = new Set([
	"then",
	"toJSON",
	"__esModule",
	"default",
	"nodeType",
	"$$typeof",
	"asymmetricMatch",
	"inspect",
]);

/** The error that tells where the stand-in ends. */
export class NotImplemented extends Error {
	constructor(member: string) {
		super(`The stand-in does not implement ${member}`);
		this.name = "NotImplemented";
	}
}

function refusing(nameOf: (receiver: object) => string): object {
	return new Proxy(Object.create(null) as object, {
		get(_target, key, receiver: object) {
			if (typeof key === "symbol") return Reflect.get(Object.prototype, key, receiver) as unknown;
			if (key in Object.prototype) return Reflect.get(Object.prototype, key, receiver) as unknown;
			if (harmless.has(key)) return undefined;
			throw new NotImplemented(`${nameOf(receiver)}.${key}`);
		},
		set(_target, key, value: unknown, receiver: object) {
			return Reflect.defineProperty(receiver, key, { value, writable: true, enumerable: true, configurable: true });
		},
		has: (_target, key) => key in Object.prototype,
	});
}

/**
 * The base of what the stand-in offers: reading a member that is not there throws, naming it, where a plain object
 * would say `undefined`. The refusal lies at the end of the prototype chain, so that instances are ordinary objects
 * with one identity. `in` answers truthfully, so features can be looked for.
 */
export class Strict {}
Object.setPrototypeOf(
	Strict.prototype,
	refusing((receiver) => {
		const name = receiver.constructor.name;
		return name.charAt(0).toLowerCase() + name.slice(1);
	}),
);

/** Makes any class whose chain does not end in `Strict` refuse unknown members. */
export function strict<T extends object>(name: string, members: T): T {
	return Object.setPrototypeOf(
		Object.assign(Object.create(null) as object, members),
		refusing(() => name),
	) as T;
}

/**
 * Declares documented members of a class that plugins extend as not there: calling or reading them throws, naming
 * them.
 */
export function refuse(prototype: object, name: string, members: readonly string[]): void {
	for (const member of members) {
		Object.defineProperty(prototype, member, {
			configurable: true,
			get() {
				throw new NotImplemented(`${name}.${member}`);
			},
			set(value: unknown) {
				Object.defineProperty(this, member, { value, writable: true, enumerable: true, configurable: true });
			},
		});
	}
}
