import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Pace, type Clock } from "../../src/editor/pace";
import { sampleSize } from "../sampling";

/** A window whose time goes on only when it is told to. */
class Times {
	time = 0;
	private readonly timers = new Map<number, { readonly at: number; readonly call: () => void }>();
	private last = 0;

	readonly clock: Clock = {
		performance: { now: () => this.time },
		setTimeout: ((call: () => void, wait = 0) => {
			this.timers.set(++this.last, { at: this.time + wait, call });
			return this.last;
		}) as Clock["setTimeout"],
		clearTimeout: (id) => void this.timers.delete(id ?? 0),
	};

	/** Lets time go on; what takes time meanwhile comes on top. */
	pass(milliseconds: number): void {
		const until = this.time + milliseconds;
		for (;;) {
			const [due] = [...this.timers].sort(([, a], [, b]) => a.at - b.at);
			if (due === undefined || due[1].at > until) break;
			this.timers.delete(due[0]);
			this.time = Math.max(this.time, due[1].at);
			due[1].call();
		}
		this.time = Math.max(this.time, until);
	}
}

const answer = {};

describe("what is drawn again and again", () => {
	it("is drawn at once while that is cheap", () => {
		const times = new Times();
		const pace = new Pace(times.clock);
		const drawn: number[] = [];
		for (let n = 0; n < 5; n++) pace.draw(answer, () => void drawn.push(n));
		expect(drawn).toEqual([0, 1, 2, 3, 4]);
	});

	it("takes a fifth of the time at most once it is dear, and ends with what was asked for last", () => {
		const event = fc.record({ wait: fc.nat(40), cost: fc.nat(60) });
		fc.assert(
			fc.property(fc.array(event, { minLength: 1, maxLength: 200 }), (events) => {
				const times = new Times();
				const pace = new Pace(times.clock);
				const drawings: { readonly n: number; readonly from: number; readonly to: number }[] = [];
				events.forEach(({ wait, cost }, n) => {
					times.pass(wait);
					pace.draw(answer, () => {
						const from = times.time;
						times.time += cost;
						drawings.push({ n, from, to: times.time });
					});
				});
				times.pass(60 * 5);
				expect(drawings.at(-1)?.n).toBe(events.length - 1);
				drawings.forEach(({ n, from }, index) => {
					const before = drawings[index - 1];
					if (before === undefined) return;
					expect(n).toBeGreaterThan(before.n);
					const took = before.to - before.from;
					if (took >= 8) expect(from - before.to).toBeGreaterThanOrEqual(took * 4);
				});
			}),
			{ numRuns: sampleSize(200) },
		);
	});

	it("is drawn at once where it must be, in place of what waits", () => {
		const times = new Times();
		const pace = new Pace(times.clock);
		const drawn: string[] = [];
		pace.draw(answer, () => {
			times.time += 50;
			drawn.push("dear");
		});
		pace.draw(answer, () => void drawn.push("waits"));
		pace.drawNow(answer, () => void drawn.push("last"));
		times.pass(1000);
		expect(drawn).toEqual(["dear", "last"]);
	});

	it("is drawn in parts by tasks of their own, and several things in turn", () => {
		const times = new Times();
		const pace = new Pace(times.clock);
		const drawn: string[] = [];
		const parts = (name: string, count: number) => {
			let n = 0;
			return () => {
				drawn.push(`${name}${++n}`);
				return n < count;
			};
		};
		pace.draw({}, parts("a", 3));
		expect(drawn).toEqual(["a1"]);
		pace.draw({}, parts("b", 2));
		expect(drawn).toEqual(["a1"]);
		times.pass(0);
		expect(drawn).toEqual(["a1", "a2", "b1", "a3", "b2"]);
	});

	it("rests after many cheap drawings as after a dear one", () => {
		const times = new Times();
		const pace = new Pace(times.clock);
		let drawn = 0;
		for (let n = 0; n < 100; n++)
			pace.draw({}, () => {
				times.time += 2;
				drawn++;
			});
		expect(drawn * 2).toBeLessThan(40);
		times.pass(2000);
		expect(drawn).toBe(100);
	});

	it("is not drawn any more once it is stopped, and all else is", () => {
		const times = new Times();
		const pace = new Pace(times.clock);
		const [one, other] = [{}, {}];
		const drawn: string[] = [];
		pace.draw({}, () => {
			times.time += 50;
		});
		pace.draw(one, () => void drawn.push("one"));
		pace.draw(other, () => void drawn.push("other"));
		pace.stop(one);
		times.pass(1000);
		expect(drawn).toEqual(["other"]);
	});
});
