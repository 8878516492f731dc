/** Which version of the code gave an answer. @module */

/** The version of the package; a test holds it against `package.json`. */
export const libraryVersion = '0.0.0'
