/** A row whose ratio has a bound. Without a goal the row only informs. */
export function row(what, ours, theirs, ratio, goal = null) {
	return {
		what,
		ours,
		theirs,
		ratio: ratio === null ? "" : `${number(ratio)}x`,
		goal: goal === null ? "" : `<= ${goal}x`,
		verdict: goal === null ? "" : ratio <= goal ? "ok" : "over",
	};
}

/** A row whose value itself has a bound, in its own unit; `sign` is "<=" or ">=". */
export function bounded(what, value, sign, goal, show, theirs = "") {
	const met = sign === "<=" ? value <= goal : value >= goal;
	return { what, ours: show(value), theirs, ratio: "", goal: `${sign} ${show(goal)}`, verdict: met ? "ok" : "over" };
}

/** Milliseconds in the unit that reads best. */
export function time(milliseconds) {
	if (milliseconds >= 1000) return `${number(milliseconds / 1000)} s`;
	return milliseconds >= 0.1 ? `${number(milliseconds)} ms` : `${number(milliseconds * 1000)} us`;
}

function number(value) {
	return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

export function printTable(rows) {
	const columns = ["what", "ours", "theirs", "ratio", "goal", "verdict"];
	const all = [Object.fromEntries(columns.map((name) => [name, name === "verdict" ? "" : name])), ...rows];
	const widths = columns.map((name) => Math.max(...all.map((one) => one[name].length)));
	const line = (one) =>
		columns
			.map((name, index) => (index === 0 ? one[name].padEnd(widths[index]) : one[name].padStart(widths[index])))
			.join("  ")
			.trimEnd();
	const lines = all.map(line);
	console.log(["", lines[0], "-".repeat(Math.max(...lines.map((one) => one.length))), ...lines.slice(1)].join("\n"));
}
