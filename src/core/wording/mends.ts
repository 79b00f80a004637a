/** What may be put right in a row, each told for itself. */
export type Mend =
	"remark" | "cut" | "marks" | "spaces" | "emphasis" | "signs" | "doubled" | "capital" | "spelling" | "part";
