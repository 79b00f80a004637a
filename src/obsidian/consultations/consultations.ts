import type { Chat, ChatRequest } from "../../core/chat/chat";
import { broken, isActive, receive, stopped } from "../../core/consultation/answer";
import type { Consultation } from "../../core/consultation/consultation";
import { renamedPath } from "./subject";

/** What the store needs from outside. */
export interface ConsultationsPort {
	/** The way to the models, for the consultation with this id. */
	readonly chat: (id: string) => Chat;
	/** How many may run at once. */
	readonly most: () => number;
	/** Milliseconds since the epoch: may be set back. */
	now(): number;
	/** Milliseconds from some moment on, never set back. */
	elapsed(): number;
	/** What `save` was last given on this device. */
	load(): readonly Consultation[];
	save(consultations: readonly Consultation[]): void;
	/** Called once for each consultation that came to an end, with its request's outcome in it. */
	ended(consultation: Consultation): void;
}

/** Milliseconds between two savings while an answer streams: what a crash may cost. */
const saveEvery = 1000;

/**
 * All consultations that wait for the writer, running or not. They live here, not in a view: closing panes loses
 * nothing.
 */
export class Consultations {
	private readonly all = new Map<string, Consultation>();
	private readonly running = new Map<string, AbortController>();
	private readonly requests = new Map<string, ChatRequest>();
	/** Names of notes and folders before and after, in order. */
	private readonly renames: (readonly [before: string, after: string])[] = [];
	/** How many of them there were when one was dismissed. */
	private readonly renamesBefore = new WeakMap<Consultation, number>();
	private readonly listeners = new Set<(changed: string | null) => void>();
	private lastSaved = -saveEvery;
	private closed = false;

	constructor(private readonly port: ConsultationsPort) {
		for (const stored of port.load()) this.all.set(stored.id, stopped(stored, "interrupted", port.now()));
	}

	get list(): readonly Consultation[] {
		return [...this.all.values()];
	}

	get(id: string): Consultation | null {
		return this.all.get(id) ?? null;
	}

	ofNote(path: string): readonly Consultation[] {
		return this.list.filter((consultation) => consultation.path === path);
	}

	get activeCount(): number {
		return this.running.size;
	}

	/** Whether one more may run now. Asked right before `start`, with nothing awaited in between. */
	get hasRoom(): boolean {
		return this.activeCount < this.port.most();
	}

	/** Calls back with the id of what changed, or null when the list itself did. Returns the way to stop. */
	onChange(listener: (changed: string | null) => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	/** Puts a consultation on the list and asks. Resolves when the answer has come to its end. */
	async start(consultation: Consultation, request: ChatRequest): Promise<void> {
		this.all.set(consultation.id, consultation);
		this.requests.set(consultation.id, request);
		const run = this.run(consultation.id, request);
		this.save(true);
		this.tell(null);
		await run;
	}

	/** The request of a consultation of this session, to be asked again; null after a restart. */
	requestOf(id: string): ChatRequest | null {
		return this.requests.get(id) ?? null;
	}

	/** Stops one consultation. Its request ends on the wire at once; what had come stays. */
	cancel(id: string): void {
		const controller = this.running.get(id);
		// Its place is free from now on, whenever its end arrives.
		this.running.delete(id);
		controller?.abort();
	}

	/**
	 * Takes a consultation off the list, stopped if it runs, and gives it back, so that this can be undone by
	 * `restore`.
	 */
	dismiss(id: string): Consultation | null {
		const before = this.get(id);
		if (before === null) return null;
		this.cancel(id);
		this.all.delete(id);
		this.save(true);
		this.tell(null);
		const dismissed = stopped(before, "cancelled", this.port.now());
		this.renamesBefore.set(dismissed, this.renames.length);
		return dismissed;
	}

	/** Puts a dismissed consultation back, under the name that its note has by now. */
	restore(dismissed: Consultation): void {
		const since = this.renames.slice(this.renamesBefore.get(dismissed) ?? this.renames.length);
		const path = since.reduce((name, [before, after]) => renamedPath(name, before, after), dismissed.path);
		const consultation = { ...dismissed, path };
		this.all.set(consultation.id, consultation);
		this.save(true);
		this.tell(null);
	}

	/** Changes what is known of a consultation; nothing happens when it was dismissed meanwhile. */
	update(id: string, change: (consultation: Consultation) => Consultation): void {
		const before = this.closed ? null : this.get(id);
		if (before === null) return;
		const after = change(before);
		if (after === before) return;
		this.all.set(id, after);
		this.save(!isActive(after));
		this.tell(id);
	}

	/** Consultations follow their note, or their folder. */
	renamed(before: string, after: string): void {
		this.renames.push([before, after]);
		for (const { id, path } of this.list) {
			const renamed = renamedPath(path, before, after);
			if (renamed !== path) this.update(id, (consultation) => ({ ...consultation, path: renamed }));
		}
		this.tell(null);
	}

	/** Saves what came since it was last saved: the app may be about to close. */
	flush(): void {
		if (!this.closed) this.save(true);
	}

	/** Stops everything and saves what had come: the plugin is unloaded. */
	close(): void {
		for (const controller of this.running.values()) controller.abort();
		for (const consultation of this.list)
			this.all.set(consultation.id, stopped(consultation, "interrupted", this.port.now()));
		this.save(true);
		this.listeners.clear();
		// What the aborted requests still say would turn "interrupted" into "cancelled".
		this.closed = true;
	}

	private async run(id: string, request: ChatRequest): Promise<void> {
		const controller = new AbortController();
		this.running.set(id, controller);
		const ends: Consultation[] = [];
		// One that was dismissed and restored meanwhile was stopped then.
		const take = (change: (consultation: Consultation) => Consultation): void =>
			this.update(id, (consultation) => {
				if (!isActive(consultation)) return consultation;
				const after = change(consultation);
				if (!isActive(after)) ends.push(after);
				return after;
			});
		try {
			for await (const event of this.port.chat(id)(request, controller.signal))
				take((consultation) => receive(consultation, event, this.port.now()));
			take((consultation) => broken(consultation, "No end came.", this.port.now()));
		} catch (error) {
			take((consultation) =>
				broken(consultation, error instanceof Error ? error.message : String(error), this.port.now()),
			);
		} finally {
			this.running.delete(id);
			this.tell(id);
		}
		for (const ended of ends) this.port.ended(ended);
	}

	private save(now: boolean): void {
		const time = this.port.elapsed();
		if (!now && time - this.lastSaved < saveEvery) return;
		this.lastSaved = time;
		this.port.save(this.list);
	}

	private tell(changed: string | null): void {
		for (const listener of [...this.listeners]) {
			try {
				listener(changed);
			} catch (error) {
				// A view that fails stops no answer.
				queueMicrotask(() => {
					throw error;
				});
			}
		}
	}
}
