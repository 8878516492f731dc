/** What plans name as their purpose, beside those of the dose sets. @module */

/** Suicidal thoughts, whatever the diagnosis. */
export const ideation = 'suicidal-ideation'

/** Depression in a bipolar disorder. */
export const bipolar = 'bipolar-depression'

/** Post-traumatic stress disorder. */
export const traumatic = 'post-traumatic-stress-disorder'

/** Obsessive-compulsive disorder. */
export const compulsive = 'obsessive-compulsive-disorder'

/** Generalised and social anxiety. */
export const anxiety = 'anxiety-disorder'

/** Alcohol use disorder. */
export const alcohol = 'alcohol-use-disorder'

/** Cocaine use disorder. */
export const cocaine = 'cocaine-use-disorder'

/** Complex regional pain syndrome. */
export const regionalPain = 'complex-regional-pain-syndrome'

/** Pain after an injury of the spinal cord. */
export const cordPain = 'spinal-cord-injury-pain'

/** Pain of any other kind. */
export const otherPain = 'other-chronic-pain'

/** What the injections are licensed for. */
export const anaesthesia = 'anaesthesia'
