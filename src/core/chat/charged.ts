import type { FailureKind } from "./chat";

// Nothing was sent, or the endpoint did no work for it.
const uncharged: readonly (FailureKind | null)[] = [
	"setup",
	"address",
	"key",
	"budget",
	"private",
	"sources",
	"auth",
	"credit",
	"policy",
	"context",
	"request",
	"rate",
	"overloaded",
	"unavailable",
	"network",
];

/** Whether a request that failed may have cost something all the same. @param began whether an answer had begun */
export function mayHaveCost(failure: FailureKind | null, began: boolean): boolean {
	return began || !uncharged.includes(failure);
}
