// npm run structure: what the source is like, in figures, and where it breaks the limits of CONTRIBUTING. Read by the
// compiler, so that what it counts is what the language means.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Lines that a function may have, comments and blank lines included; a reason above it lets it have more. */
const maxFunctionLines = 60;
/** Columns that a line may have, a tab counting for two, as prettier counts. */
const maxColumns = 120;

/** The files of a folder with their syntax trees, by path from it; of src by default. */
export function readSource(folder = path.join(root, "src")) {
	const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
		.map((name) => name.split(path.sep).join("/"))
		.filter((name) => /\.m?ts$|\.mjs$/.test(name))
		.sort();
	return sourceOf(Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name), "utf8")])));
}

/** Texts by path, with their syntax trees. */
export function sourceOf(texts) {
	return new Map(
		Object.entries(texts).map(([name, text]) => [name, ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)]),
	);
}

/** All nodes of a tree, outer ones first. */
function* nodesOf(node) {
	yield node;
	const children = [];
	node.forEachChild((child) => void children.push(child));
	for (const child of children) yield* nodesOf(child);
}

/** What each file imports from src, as [file, names]; a whole module as `*`. */
function importsOf(name, source) {
	return source.statements.flatMap((statement) => {
		const from = statement.moduleSpecifier;
		if (from === undefined || !from.text.startsWith(".")) return [];
		const target = path.posix
			.normalize(path.posix.join(path.posix.dirname(name), from.text))
			.replace(/(\.ts)?$/, ".ts");
		const bindings = statement.importClause?.namedBindings ?? statement.exportClause;
		const names = (bindings?.elements ?? []).map((one) => (one.propertyName ?? one.name).text);
		return [{ target, names: bindings !== undefined && bindings.elements === undefined ? ["*"] : names }];
	});
}

/** Folders that import from each other, all ways round: [a, b] with a before b. */
export function folderCircles(files, isIn = () => true) {
	const graph = new Map();
	for (const [name, source] of files) {
		if (!isIn(name)) continue;
		const folder = path.posix.dirname(name);
		const targets = graph.get(folder) ?? new Set();
		for (const { target } of importsOf(name, source))
			if (isIn(target) && path.posix.dirname(target) !== folder) targets.add(path.posix.dirname(target));
		graph.set(folder, targets);
	}
	const reach = (from) => {
		const seen = new Set();
		const open = [from];
		for (let one = open.pop(); one !== undefined; one = open.pop())
			for (const next of graph.get(one) ?? []) if (!seen.has(next)) open.push(seen.add(next) && next);
		return seen;
	};
	const reached = new Map([...graph.keys()].map((folder) => [folder, reach(folder)]));
	const pairs = [];
	for (const one of reached.keys())
		for (const other of reached.keys())
			if (one < other && reached.get(one).has(other) && reached.get(other).has(one)) pairs.push([one, other]);
	return pairs;
}

/** Functions, methods and constructors with more lines than may be, and no reason above them. */
function longFunctions(files) {
	const found = [];
	for (const [name, source] of files)
		for (const node of nodesOf(source)) {
			if (!ts.isFunctionLike(node) || node.body === undefined) continue;
			const first = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
			const lines = source.getLineAndCharacterOfPosition(node.end).line - first + 1;
			if (lines <= maxFunctionLines) continue;
			const owner = ts.isConstructorDeclaration(node) ? node.parent : node;
			const title = owner.name?.getText(source) ?? "(a function without a name)";
			const before = source.text.split("\n")[first - 1] ?? "";
			const reason = /eslint-disable-next-line max-lines-per-function -- \S/.test(before);
			found.push({ name, line: first + 1, title, lines, reason });
		}
	return found;
}

/**
 * Functions, classes and constants that are exported and imported by nobody: neither in src nor, for what is tried by
 * itself, in the tests. Types belong to the signatures that name them, and what main.ts exports is Obsidian's.
 */
function deadExports(files) {
	const used = new Map();
	const use = (target, names) => used.set(target, new Set([...(used.get(target) ?? []), ...names]));
	for (const [name, source] of files) for (const { target, names } of importsOf(name, source)) use(target, names);
	for (const [name, source] of readSource(path.join(root, "tests")))
		for (const { target, names } of importsOf(`../tests/${name}`, source))
			use(target.replace(/^\.\.\/src\//, ""), names);
	return [...files].flatMap(([name, source]) => {
		if (name === "main.ts") return [];
		const names = source.statements.flatMap((statement) => {
			if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return [];
			if (!statement.modifiers?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword)) return [];
			if (statement.declarationList !== undefined)
				return statement.declarationList.declarations.map((one) => one.name.getText(source));
			return statement.name === undefined ? [] : [statement.name.text];
		});
		const known = used.get(name) ?? new Set();
		return known.has("*") ? [] : names.filter((one) => !known.has(one)).map((one) => `${name}: ${one}`);
	});
}

/** All figures, each with the places that it counts. */
export function figuresOf(files) {
	const lines = [...files].flatMap(([name, source]) =>
		source.text
			.split("\n")
			.map((line, at) => ({ place: `${name}:${at + 1}`, columns: line.replace(/\t/g, "  ").length })),
	);
	const longest = lines.reduce((most, one) => (one.columns > most.columns ? one : most));
	const expressions = [...files]
		.filter(([name]) => /^core\/(markdown|record)\//.test(name))
		.flatMap(([name, source]) =>
			[...nodesOf(source)].filter((node) => node.kind === ts.SyntaxKind.RegularExpressionLiteral).map(() => name),
		);
	const long = longFunctions(files);
	return {
		files: files.size,
		lines: lines.length - files.size,
		expressions: expressions.length,
		coreCircles: folderCircles(files, (name) => name.startsWith("core/")),
		circles: folderCircles(files),
		long: long.filter(({ reason }) => !reason),
		argued: long.filter(({ reason }) => reason),
		longest,
		wide: lines.filter(({ columns }) => columns > maxColumns),
		dead: deadExports(files),
		roomless: [...files.keys()].filter((name) => /^core\/[^/]+$/.test(name)),
	};
}

/** The figures as a table, the places under those that pass a limit. */
function report(figures) {
	const row = (label, value) => `${label.padEnd(58)} ${value}`;
	const places = (list) => list.map((one) => `    ${one}`);
	const place = ({ name, line, title, lines }) => `${name}:${line} ${title}, ${lines} lines`;
	return [
		row("files of src", figures.files),
		row("lines of src", figures.lines),
		row("regular expressions in core/markdown and core/record", figures.expressions),
		row("pairs of folders in a circle, in core", figures.coreCircles.length),
		...places(figures.coreCircles.map((pair) => pair.join(" <-> "))),
		row("pairs of folders in a circle, anywhere", figures.circles.length),
		...places(figures.circles.map((pair) => pair.join(" <-> "))),
		row(`functions over ${maxFunctionLines} lines`, figures.long.length),
		...places(figures.long.map(place)),
		row(`functions over ${maxFunctionLines} lines, with a reason`, figures.argued.length),
		...places(figures.argued.map(place)),
		row(`lines over ${maxColumns} columns`, figures.wide.length),
		row("longest line", `${figures.longest.columns} (${figures.longest.place})`),
		row("exports that nobody imports", figures.dead.length),
		...places(figures.dead),
		row("files in src/core without a room", figures.roomless.length),
		...places(figures.roomless),
	].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const files = readSource(process.argv[2] === undefined ? undefined : path.resolve(process.argv[2]));
	console.log(report(figuresOf(files)));
}
