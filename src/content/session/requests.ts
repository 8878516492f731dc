/** What a screening asks of a visit, as facts of the visit. @module */

/** The fact that each action code makes a yes. */
export const requests = (): Readonly<Record<string, string>> => ({
  'setting-resuscitation-ready': 'resuscitation-requested',
  'monitor-seizure': 'seizure-means-requested',
  'monitor-blood-pressure': 'closer-pressure-watch-requested',
  'monitor-alertness': 'closer-alertness-watch-requested',
  'monitor-longer': 'longer-stay-requested',
})
