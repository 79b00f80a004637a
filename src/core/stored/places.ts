/** What a device keeps beside the vault, by the name under which it is kept. */
export const devicePlaces = [
	"consultations",
	"comparisons",
	"journal-queue",
	"spendings",
	"budget-warned",
	"key-origins",
	"sign-in",
	"measures",
	"model-lists",
	"recent-models",
	"recent-questions",
	"recent-lines",
	"told-last",
	"unstreamed-hosts",
	"refused-fields",
	"making",
	"zone",
	"prompt-drafts",
] as const;
export type DevicePlace = (typeof devicePlaces)[number];
