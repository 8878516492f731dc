/** What a screening asks of a visit, as facts of the visit. @module */

/** The fact that each action code makes a yes. */
export const requests = (): Readonly<Record<string, string>> => ({})
