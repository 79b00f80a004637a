// Puts pictures of one size together as one that moves: PNG frames in an APNG, which browsers and README pages show.
import { crc32 } from "node:zlib";

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type, data) {
	const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}

function* chunksOf(png) {
	for (let at = signature.length; at < png.length;) {
		const length = png.readUInt32BE(at);
		yield { type: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) };
		at += length + 12;
	}
}

function frameControl(sequence, { width, height, x, y }, milliseconds) {
	const data = Buffer.alloc(26);
	[sequence, width, height, x, y].forEach((value, index) => data.writeUInt32BE(value, 4 * index));
	data.writeUInt16BE(milliseconds, 20);
	data.writeUInt16BE(1000, 22);
	return chunk("fcTL", data);
}

const numbered = (sequence, data) => {
	const head = Buffer.alloc(4);
	head.writeUInt32BE(sequence);
	return chunk("fdAT", Buffer.concat([head, data]));
};

/**
 * An APNG that goes on without end.
 *
 * @param frames `{ png, x, y, milliseconds }`: the first is the whole picture; those after it lie at their place over
 *   what was there, all of one colour type
 */
export function apng(frames) {
	const control = Buffer.alloc(8);
	control.writeUInt32BE(frames.length);
	const parts = [];
	let sequence = 0;
	frames.forEach(({ png, x = 0, y = 0, milliseconds }, index) => {
		const chunks = [...chunksOf(png)];
		const head = chunks.find(({ type }) => type === "IHDR").data;
		if (index === 0) parts.push(signature, chunk("IHDR", head), chunk("acTL", control));
		const size = { width: head.readUInt32BE(0), height: head.readUInt32BE(4), x, y };
		parts.push(frameControl(sequence++, size, milliseconds));
		for (const { type, data } of chunks)
			if (type === "IDAT") parts.push(index === 0 ? chunk("IDAT", data) : numbered(sequence++, data));
	});
	return Buffer.concat([...parts, chunk("IEND", Buffer.alloc(0))]);
}
