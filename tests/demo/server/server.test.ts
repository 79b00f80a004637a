import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import http from "node:http";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startServer, type RunningServer } from "./server.mjs";

let dir: string;
let server: RunningServer;
let friend: http.Server;
let friendSaw: { closed: boolean };

beforeEach(async () => {
	dir = await mkdtemp(path.join(os.tmpdir(), "expert-friend-server-"));
	await mkdir(path.join(dir, "vault/Folder"), { recursive: true });
	await writeFile(path.join(dir, "vault/A.md"), "Text.\n");
	await writeFile(path.join(dir, "secret.txt"), "not yours");
	await symlink(path.join(dir, "secret.txt"), path.join(dir, "vault/out.md"));
	await symlink(dir, path.join(dir, "vault/up"));
	friendSaw = { closed: false };
	friend = http.createServer((request, response) => {
		response.on("close", () => (friendSaw.closed = !response.writableFinished));
		response.writeHead(200, { "content-type": "text/event-stream" });
		response.write("data: one\n\n");
		if (request.url === "/v1/whole") response.end("data: two\n\n");
		if (request.url === "/v1/cut") setTimeout(() => response.destroy(), 30);
	});
	await new Promise<void>((resolve) => friend.listen(0, "127.0.0.1", resolve));
	const friendUrl = `http://127.0.0.1:${(friend.address() as net.AddressInfo).port}`;
	server = await startServer({ vaultDir: path.join(dir, "vault"), hostDir: dir, pluginDir: dir, friendUrl });
});

afterEach(async () => {
	await server.close();
	friend.closeAllConnections();
	friend.close();
	await rm(dir, { recursive: true });
});

interface Answer {
	readonly status: number;
	readonly text: string;
}

/** A request with headers that `fetch` would not let one set. */
function ask(target: string, headers: Record<string, string> = {}, body?: unknown): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const request = http.request(
			{
				host: "127.0.0.1",
				port: server.port,
				path: target,
				method: body === undefined ? "GET" : "POST",
				headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
			},
			(response) => {
				let text = "";
				response.on("data", (chunk) => (text += String(chunk)));
				response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
			},
		);
		request.on("error", reject);
		request.end(body === undefined ? undefined : JSON.stringify(body));
	});
}

describe("the vault's interface", () => {
	it.each([
		"../secret.txt",
		"..",
		"Folder/../../secret.txt",
		"..\\secret.txt",
		"/etc/passwd",
		"out.md",
		"up/secret.txt",
		"up",
		"A\0.md",
	])("gives nothing outside the vault: %j", async (name) => {
		for (const operation of ["read", "write", "append", "mkdir", "remove", "stat", "list", "rename", "copy"]) {
			const answer = await ask(`/host/vault/${operation}`, {}, { path: name, to: "B.md", data: "x" });
			expect(answer.status, operation).toBe(403);
		}
		for (const operation of ["rename", "copy"])
			expect((await ask(`/host/vault/${operation}`, {}, { path: "A.md", to: name })).status).toBe(403);
		expect(await readFile(path.join(dir, "secret.txt"), "utf8")).toBe("not yours");
	});

	it("does not remove the vault itself", async () => {
		expect((await ask("/host/vault/remove", {}, { path: "", recursive: true })).status).toBe(400);
		expect(await readFile(path.join(dir, "vault/A.md"), "utf8")).toBe("Text.\n");
	});

	it("refuses other names for this machine, other sites, and forms", async () => {
		const body = { path: "A.md" };
		expect((await ask("/host/vault/read", {}, body)).status).toBe(200);
		expect((await ask("/host/vault/read", { host: "evil.example" }, body)).status).toBe(403);
		expect((await ask("/host/boot.json", { host: `evil.example:${server.port}` })).status).toBe(403);
		expect((await ask("/host/vault/read", { origin: "http://evil.example" }, body)).status).toBe(403);
		expect((await ask("/host/vault/read", { origin: "null" }, body)).status).toBe(403);
		expect((await ask("/host/boot.json", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" })).status).toBe(
			403,
		);
		expect((await ask("/host/vault/read", { "content-type": "text/plain" }, body)).status).toBe(415);
		expect(
			(
				await ask(
					"/host/vault/read",
					{ origin: `http://127.0.0.1:${server.port}`, "sec-fetch-site": "same-origin" },
					body,
				)
			).status,
		).toBe(200);
	});

	it("takes no more than a note of many megabytes at once", async () => {
		const data = "x".repeat(65 * 2 ** 20);
		const answer = await ask("/host/vault/write", {}, { path: "A.md", data }).catch(() => null);
		// Refused, or the connection ended while it was still being sent.
		expect(answer === null || answer.status === 413).toBe(true);
		expect(await readFile(path.join(dir, "vault/A.md"), "utf8")).toBe("Text.\n");
	});

	it("listens on this machine only", () => {
		expect(server.url).toBe(`http://127.0.0.1:${server.port}/`);
	});

	it("says that a port is taken instead of taking another", async () => {
		await expect(
			startServer({ port: server.port, vaultDir: path.join(dir, "vault"), hostDir: dir, pluginDir: dir }),
		).rejects.toMatchObject({ code: "EADDRINUSE" });
	});

	it("writes whole files one after another, and creates none twice", async () => {
		const texts = Array.from({ length: 30 }, (_, n) => `${n}\n`.repeat(5000));
		await Promise.all(texts.map((data) => ask("/host/vault/write", {}, { path: "A.md", data })));
		expect(texts).toContain(await readFile(path.join(dir, "vault/A.md"), "utf8"));
		const created = await Promise.all(
			[1, 2, 3].map((n) => ask("/host/vault/write", {}, { path: "New.md", data: String(n), create: true })),
		);
		expect(created.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
		const { result } = JSON.parse((await ask("/host/vault/list", {}, { path: "" })).text) as {
			result: { files: string[] };
		};
		expect(result.files.sort()).toEqual(["A.md", "New.md"]);
	});
});

describe("changes by others", () => {
	/** The first `count` changes told after number `since`. */
	async function told(
		count: number,
		since: number,
		headers: Record<string, string> = {},
		by = "me",
	): Promise<{ kind: string; path: string; type: string }[]> {
		const controller = new AbortController();
		const response = await fetch(`${server.url}host/changes?by=${by}&since=${since}`, {
			headers,
			signal: controller.signal,
		});
		const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
		let text = "";
		const changes = (): string[] => text.match(/^data: .*$(?=\n\n)/gm) ?? [];
		while (changes().length < count) text += (await reader.read()).value ?? "";
		controller.abort();
		return changes().map((line) => JSON.parse(line.slice(6)) as { kind: string; path: string; type: string });
	}
	const boot = async (): Promise<number> => (JSON.parse((await ask("/host/boot.json")).text) as { told: number }).told;

	it("are told to a page that was loading meanwhile, and again from where its connection broke", async () => {
		const since = await boot();
		await ask("/host/vault/write", {}, { path: "B.md", data: "b" });
		await ask("/host/vault/remove", {}, { path: "A.md" });
		await expect.poll(boot).toBe(since + 2);
		expect((await told(2, since)).map(({ kind, path: name }) => [kind, name])).toEqual([
			["create", "B.md"],
			["delete", "A.md"],
		]);
		expect((await told(1, since, { "last-event-id": String(since + 1) })).map(({ kind }) => kind)).toEqual(["delete"]);
	});

	it("tell a file that became a folder as gone and come", async () => {
		const since = await boot();
		await rm(path.join(dir, "vault/A.md"));
		await ask("/host/vault/mkdir", {}, { path: "A.md" });
		expect((await told(2, since)).map(({ kind, type }) => [kind, type])).toEqual([
			["delete", "file"],
			["create", "folder"],
		]);
	});

	it("are no changes of the page itself, whenever the folder is looked through", async () => {
		const since = await boot();
		let isDone = false;
		const looks = Promise.all(
			[1, 2, 3].map(async () => {
				while (!isDone) await server.vault.scan();
			}),
		);
		const asMe = (operation: string, body: Record<string, unknown>): Promise<Answer> =>
			ask(`/host/vault/${operation}`, {}, { by: "me", ...body });
		for (let n = 0; n < 60; n++) {
			await asMe("mkdir", { path: `New ${n}` });
			await asMe("write", { path: `New ${n}/B.md`, data: "b" });
			await asMe("write", { path: `New ${n}/B.md`, data: "other" });
			await asMe("append", { path: `New ${n}/B.md`, data: "more" });
			await asMe("copy", { path: `New ${n}/B.md`, to: `New ${n}/C.md` });
			await asMe("rename", { path: `New ${n}/B.md`, to: `New ${n}/D.md` });
			await asMe("rename", { path: `New ${n}`, to: `Newer ${n}` });
			await asMe("remove", { path: `Newer ${n}`, recursive: true });
		}
		isDone = true;
		await looks;
		const changes = await told(server.vault.told - since, since);
		expect(changes.length).toBeGreaterThanOrEqual(60 * 8);
		expect(changes.filter((change) => change !== null)).toEqual([]);
	});

	it("tell folders before what is copied into them, and of what goes to the trash only that it is gone", async () => {
		const since = await boot();
		await ask("/host/vault/copy", {}, { by: "me", path: "A.md", to: "New/Sub/C.md" });
		await ask("/host/vault/mkdir", {}, { by: "me", path: ".trash" });
		const before = server.vault.told;
		await ask("/host/vault/rename", {}, { by: "me", path: "A.md", to: ".trash/A.md" });
		await server.vault.scan();
		// As another page is told it.
		const changes = await told(server.vault.told - since, since, {}, "other");
		expect(changes.slice(0, 3).map(({ kind, path: name }) => [kind, name])).toEqual([
			["create", "New"],
			["create", "New/Sub"],
			["create", "New/Sub/C.md"],
		]);
		expect(changes.slice(before - since).map(({ kind, path: name }) => [kind, name])).toEqual([["delete", "A.md"]]);
	});

	it("are told also while the page moves something", async () => {
		const since = await boot();
		for (let n = 0; n < 40; n++) {
			const moved = ask(
				"/host/vault/rename",
				{},
				{ by: "me", path: n % 2 ? "B.md" : "A.md", to: n % 2 ? "A.md" : "B.md" },
			);
			await writeFile(path.join(dir, `vault/Folder/${n}.md`), "x");
			await moved;
		}
		await server.vault.scan();
		const changes = await told(server.vault.told - since, since);
		expect(
			changes
				.filter((change) => change !== null)
				.map(({ path: name }) => name)
				.sort(),
		).toEqual(Array.from({ length: 40 }, (_, n) => `Folder/${n}.md`).sort());
	});
});

describe("closing", () => {
	it("waits for what is being written, so that the folder is left alone from then on", async () => {
		const vault = path.join(dir, "vault");
		const writes = Array.from({ length: 20 }, (_, n) =>
			ask("/host/vault/write", {}, { path: "A.md", data: `${n}\n`.repeat(100_000) }),
		);
		const settled = Promise.allSettled(writes);
		await expect
			.poll(async () => (await readdir(vault)).some((name) => name.endsWith("-tmp")), { interval: 1 })
			.toBe(true);
		await server.close();
		const left = await readdir(vault);
		const text = await readFile(path.join(vault, "A.md"), "utf8");
		expect(left.filter((name) => name.endsWith("-tmp"))).toEqual([]);
		await settled;
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect(await readFile(path.join(vault, "A.md"), "utf8")).toBe(text);
	});
});

describe("the friend's streams", () => {
	it("pass whole", async () => {
		expect((await ask("/v1/whole")).text).toBe("data: one\n\ndata: two\n\n");
	});

	it("look cut when they were cut", async () => {
		await expect(fetch(`${server.url}v1/cut`).then((response) => response.text())).rejects.toThrow();
	});

	it("end upstream when the page goes away", async () => {
		const controller = new AbortController();
		const response = await fetch(`${server.url}v1/open`, { signal: controller.signal });
		await response.body?.getReader().read();
		controller.abort();
		await expect.poll(() => friendSaw.closed).toBe(true);
	});

	it("fail as unreachable when the friend is gone", async () => {
		friend.closeAllConnections();
		await new Promise((resolve) => friend.close(resolve));
		await expect(fetch(`${server.url}v1/whole`)).rejects.toThrow();
	});
});
