export const common: Readonly<Record<"fr" | "de" | "it" | "es", string>>;
