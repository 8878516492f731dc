/** The tests of every day make the same records in every run; the long ones name a seed for each part. @module */
import fc from 'fast-check'

fc.configureGlobal({ seed: 20_261_122 })
