export function random(seed: number): () => number;
export function word(next: () => number, language?: "en" | "fr"): string;
export function sentence(next: () => number, language?: "en" | "fr"): string;
export function paragraph(next: () => number, language?: "en" | "fr"): string;
